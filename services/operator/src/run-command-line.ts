// Runs one command line from words to exit code; main.ts gives it the process, tests give it their own streams.
import { CodesetError } from '@codeset/terminology';
import { CommanderError } from 'commander';
import { CommandRun } from './command-run.ts';
import { readEnvironment } from './environment.ts';
import { type Console, Output } from './output.ts';
import { isHelp, makeProgram } from './program.ts';

/** Gives the exit code: 0 done, 1 refused, 2 wrong usage, 3 environment. Never throws. */
export async function runCommandLine(
  words: readonly string[],
  variables: NodeJS.ProcessEnv,
  console: Console,
): Promise<number> {
  let exitCode = 0;
  let json = words.includes('--json');
  const program = makeProgram(
    (options) => {
      json ||= options.json;
      return new CommandRun(new Output(console, json), readEnvironment(variables), console.clock);
    },
    (code) => {
      exitCode = code;
    },
  );
  const streams = {
    writeOut: (text: string) => void console.stdout.write(text),
    writeErr: (text: string) => void console.stderr.write(text),
  };
  for (const command of [program, ...program.commands]) command.configureOutput(streams);
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return isHelp(error) ? 0 : reportError(error, console, json);
  }
}

function reportError(error: unknown, console: Console, json: boolean): number {
  if (error instanceof CommanderError) return 2; // commander has said what is wrong
  const { code, message, exitCode, details } = describe(error);
  if (json) console.stdout.write(`${JSON.stringify({ error: { code, message, ...details } }, null, 2)}\n`);
  console.stderr.write(`codeset: ${message}\n`);
  return exitCode;
}

function describe(error: unknown) {
  if (error instanceof CodesetError) {
    const { code, message, exitCode, details } = error;
    return { code, message, exitCode, details };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'INTERNAL',
    message: `unforeseen error, please report it: ${message}`,
    exitCode: 3,
    details: {},
  };
}
