// Runs the `codeset` command line in this process and keeps what it writes.
import { runCommandLine } from '@codeset/operator';

export interface CommandOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command against the database at `url`. */
export async function runCodeset(url: string, words: readonly string[]): Promise<CommandOutcome> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCommandLine(
    words,
    { DATABASE_URL: url, LOG_LEVEL: 'silent' },
    {
      stdout: {
        write: (piece: string) => {
          stdout += piece;
        },
      },
      stderr: {
        write: (piece: string) => {
          stderr += piece;
        },
      },
      clock: () => performance.now(),
    },
  );
  return { exitCode, stdout, stderr };
}
