// Installs with the pinned pnpm, then runs one script of package.json; needs only Node and npm.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packageManager, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [script, ...rest] = process.argv.slice(2);

// Ctrl-C reaches every process of the terminal's group: each stops itself, this one waits and passes the exit code on.
process.on('SIGINT', () => {});

install();
runScript();

/** Through npx, so that nothing global is needed or touched. */
function install() {
  const pnpm = packageManager.replace(/\+.*/, '');
  const words = ['--yes', pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  const { status } = spawnSync('npx', [...words, '--config.confirmModulesPurge=false'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Without pnpm in between, which would call a Ctrl-C a failure. */
function runScript() {
  const command = [scripts[script], ...rest.map((word) => `'${word.replaceAll("'", `'\\''`)}'`)].join(' ');
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(`exec ${command}`, {
    cwd: root,
    stdio: 'inherit',
    shell: true,
    env: { ...process.env, PATH: path },
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('close', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)));
}
