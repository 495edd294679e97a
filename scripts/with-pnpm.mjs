// Runs one script of package.json with the pinned pnpm: installs first, needs only Node and npm.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const { packageManager } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const pnpm = packageManager.replace(/\+.*/, '');
const [script, ...rest] = process.argv.slice(2);

/** Runs pnpm through npx, so that nothing global is needed or touched; ends this program if it fails. */
function runPnpm(...args) {
  const windows = process.platform === 'win32';
  const { status, signal } = spawnSync(windows ? 'npx.cmd' : 'npx', ['--yes', pnpm, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}

// Ctrl-C goes to the whole process group: the child stops itself, this one waits for it.
process.on('SIGINT', () => {});
runPnpm(
  'install',
  '--frozen-lockfile',
  '--prefer-offline',
  '--reporter=append-only',
  '--config.confirmModulesPurge=false',
);
runPnpm('run', script, ...rest);
