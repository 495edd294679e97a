// Starts the `codeset` command: the process's words, environment and streams in, its exit code out.
import { runCommandLine } from './run-command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  stdout: process.stdout,
  stderr: process.stderr,
  clock: () => performance.now(),
});
