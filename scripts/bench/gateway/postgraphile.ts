// PostGraphile 5 over the tables of Codeset, to hold the gateway against.
//
// What it is given: production mode; no watching, page, websockets or plans in answers; answers written as strings
// (`outputDataAsString`; no difference was measured); ten connections; no settings per request, so no transactions; its
// base preset (Amber); Node 24 (on 20 it starts, and every query fails). It serves the schema codeset as it is, and one
// view made for it, which joins release_concept to concept_content; by tags it is told the view's keys, and that a parent
// is the row at `parent_position` of the same release. So the question has the gateway's own shape below the release.
// Over the bare tables, told the same, it makes one statement, too, and takes about a tenth more CPU for a request
// (medians of 822 µs against 750, and 935 against 837: hardly more than the noise of a shared machine).
//
// What it makes of the question: one prepared statement. Seen by EXPLAIN ANALYZE over ICD-10-CM 2023 (97,063 concepts),
// with the values and as a generic plan: four index scans of one row each, by (release_id, key) and
// (release_id, position) of release_concept, and twice by the primary key of concept_content.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connectDatabase } from '@codeset/database';
import { installPostgraphile } from './postgraphile-install.ts';

/** PostGraphile over a Codeset database, on a Node of its own. */
export interface Peer {
  readonly url: string;
  /** The body of a POST that asks one code by its key, with display, selectable and the parent's code and display. */
  questionOf(code: string): string;
  stop(): Promise<void>;
}

/**
 * Starts it over a scratch database that holds a release of ICD-10-CM; the view stays there, in a schema of its own.
 * Throws where PostGraphile cannot be installed, does not start, or does not answer E11.9 as it must.
 */
export async function startPostgraphile(databaseUrl: string, releaseId: number): Promise<Peer> {
  const { folder, node } = await installPostgraphile();
  await makeView(databaseUrl);
  const program = fileURLToPath(new URL('postgraphile-server.mjs', import.meta.url));
  const child = fork(program, [folder, databaseUrl, JSON.stringify(tags)], {
    execPath: node,
    execArgv: [],
    env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = await urlOf(child);
  const questionOf = (code: string) => JSON.stringify({ query: question, variables: { releaseId, code } });
  try {
    await checkAnswer(url, questionOf(expected.code));
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, questionOf, stop: () => stop(child) };
}

/** A concept with its content, as one row. */
async function makeView(url: string): Promise<void> {
  const sql = connectDatabase({ url, applicationName: 'codeset bench', max: 1 });
  try {
    await sql`create schema if not exists codeset_peer`;
    await sql`
      create or replace view codeset_peer.concept as
      select c.release_id, c.key, c.position, c.parent as parent_position, c.code, content.display, content.selectable
      from codeset.release_concept c
      join codeset.concept_content content on content.id = c.content_id`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** What PostGraphile cannot see of a view, in the form of its file of smart tags. */
const tags = {
  version: 1,
  config: {
    class: {
      'codeset_peer.concept': {
        tags: {
          unique: ['release_id,key|@fieldName concept', 'release_id,position'],
          foreignKey:
            '(release_id, parent_position) references codeset_peer.concept (release_id, position)|@fieldName parent',
        },
      },
    },
  },
};

const question =
  'query ($releaseId: Int!, $code: String!) { concept(releaseId: $releaseId, key: $code) { code display selectable parent { code display } } }';

/** What must be answered for E11.9. */
const expected = {
  code: 'E11.9',
  display: 'Type 2 diabetes mellitus without complications',
  selectable: true,
  parent: { code: 'E11', display: 'Type 2 diabetes mellitus' },
};

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
  if (child.connected) child.disconnect();
  await gone;
}

/** An answer that is empty or an error would be fast, too. */
async function checkAnswer(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = await response.text();
  if (answer !== JSON.stringify({ data: { concept: expected } }))
    throw new Error(`PostGraphile answers E11.9 with ${response.status} ${answer.slice(0, 500)}`);
}
