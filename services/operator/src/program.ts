// The words of the `codeset` command line: commands, options, help; each command's work is a file of its own.
// A command's file is read when the command runs: all of them together, the gateway above all, take two seconds.
import { changeKinds } from '@codeset/terminology';
import { Command, CommanderError, Option } from 'commander';
import type { CommandRun } from './command-run.ts';
import { formats } from './comparison/asked-comparison.ts';
import { rowFormats } from './rows-in-form.ts';

/** Makes the run of a command once its global options are known. */
export type MakeRun = (options: { readonly json: boolean }) => CommandRun;

const exitCodes = `
Exit codes:
  0  done
  1  refused by the checks, or by what the files or the database hold
  2  wrong usage
  3  environment: no database, a port in use and the like

Environment:
  DATABASE_URL       a Postgres server (15 or newer); the embedded one when unset
  DATABASE_READ_URL  where readers connect; DATABASE_URL when unset
  CODESET_HOME       folder of the embedded database; .codeset in the repository when unset
  HOST, PORT         where serve listens; 127.0.0.1 and 4000 when unset
  POOL_SIZE          connections for readers; 10 when unset
  DRAIN_MS           milliseconds between "not ready" and closing; 0 when unset
  LOG_LEVEL          trace, debug, info, warn, error, fatal or silent; info when unset`;

/**
 * The command line; `finish` receives the exit code of the command that was run. Wrong usage is thrown as
 * CommanderError.
 */
export function makeProgram(makeRun: MakeRun, finish: (exitCode: number) => void): Command {
  const program = new Command('codeset')
    .description('Load, check, publish and serve releases of medical code sets.')
    .option('--json', 'one JSON document on standard output; all else goes to standard error', false)
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', exitCodes)
    .showHelpAfterError('Try --help.')
    .exitOverride();
  const run = () => makeRun({ json: program.opts<{ json: boolean }>().json });
  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .addOption(new Option('--json', 'as the global option').hideHelp())
      .exitOverride();

  command(
    'load <code-system-or-map> <version> <path...>',
    'load a release from its published files: zips, folders, files',
  )
    .option('--dry-run', 'do everything, report, and undo it')
    .option('--no-publish', 'stop after the checks: the release is held, not served')
    .option('--sample', 'a made-up release, for trying things out; a real one takes its place')
    .action(async (publication, version, paths, options) =>
      finish(await (await import('./commands/load.ts')).load(run(), publication, version, paths, options)),
    );
  command(
    'coverage <code-system> <path...>',
    'count what the files hold, place by place, and say what a load keeps of it',
  ).action(async (codeSystem, paths) =>
    finish(await (await import('./commands/coverage.ts')).coverage(run(), codeSystem, paths)),
  );
  command('releases [code-system-or-map]', 'list the releases that are held, in every status').action(
    async (publication) =>
      finish(await (await import('./commands/releases.ts')).releases(run(), publication)),
  );
  command(
    'verify <code-system-or-map> <version>',
    'recompute the digest of a held release from its bytes',
  ).action(async (publication, version) =>
    finish(await (await import('./commands/verify.ts')).verify(run(), publication, version)),
  );
  command('publish <code-system-or-map> <version>', 'serve a checked or withdrawn release').action(
    async (publication, version) =>
      finish(await (await import('./commands/change-status.ts')).publish(run(), publication, version)),
  );
  command(
    'withdraw <code-system-or-map> <version>',
    'stop serving a release; it is kept and can be published again',
  ).action(async (publication, version) =>
    finish(await (await import('./commands/change-status.ts')).withdraw(run(), publication, version)),
  );
  command(
    'compare <code-system-or-map> <from> <to>',
    'say what changed between two releases, in either direction: totals, or every change',
  )
    .option('--format <name>', `every change as ${formats.join(', ')}, on standard output`)
    .option('--out <file>', 'to a file instead, which appears when it is whole')
    .option('--force', 'overwrite the file')
    .option('--kinds <list>', `only these kinds, with commas between: ${changeKinds.join(', ')}`)
    .option('--under <code>', 'only this concept and what is below it, in either release')
    .option('--selectable-only', 'leave out what is selectable in neither release')
    .option('--without-cosmetic', 'leave out what differs in case, punctuation or spacing only')
    .option('--text <words>', 'only concepts whose code or display, before or after, has all of these words')
    .action(async (codeSystem, from, to, options) =>
      finish(await (await import('./commands/compare.ts')).compare(run(), codeSystem, { from, to }, options)),
    );
  command(
    'compare-index <code-system> <from> <to>',
    'say what changed in the alphabetic indexes and tables: totals, or every entry',
  )
    .option('--index <name>', 'only this index; without it every index that both releases came with')
    .option('--format <name>', `every change as ${formats.join(', ')}, on standard output`)
    .option('--out <file>', 'to a file instead, which appears when it is whole')
    .option('--force', 'overwrite the file')
    .option('--code <code>', 'only entries that lead to this code, before or after')
    .option('--without-cosmetic', 'leave out what differs in case, punctuation or spacing only')
    .option('--text <words>', 'only entries whose path or title, before or after, has all of these words')
    .action(async (codeSystem, from, to, options) =>
      finish(
        await (await import('./commands/compare-index.ts')).compareIndex(
          run(),
          codeSystem,
          { from, to },
          options,
        ),
      ),
    );
  command(
    'carry-forward <list>',
    'carry a list of codes to a later release: what became of each, and what a person must decide',
  )
    .requiredOption('--from <version>', 'the release whose codes the list has')
    .requiredOption('--to <version>', 'the release to carry them to')
    .option('--code-system <id>', 'of which code system', 'icd-10-cm')
    .option('--code-column <name>', 'by name or number; else the one called code, or the first')
    .option('--count-column <name>', 'by name or number; else one called count, volume, n or cases')
    .option('--format <name>', `every code as ${formats.join(', ')}, on standard output`)
    .option('--out <file>', 'to a file instead, which appears when it is whole')
    .option('--new-list <file>', 'the codes of the later release that need no decision, as CSV')
    .option('--undecided <file>', 'the codes that need one, as CSV')
    .option('--force', 'overwrite these files')
    .action(async (list, options) =>
      finish(await (await import('./commands/carry-forward.ts')).carryForward(run(), list, options)),
    );
  command('translate <list>', 'translate a list of codes to another code system, by the published maps')
    .requiredOption('--to <code-system>', 'the code system to translate to; it need not be held')
    .option('--from <code-system>', 'the code system of the codes; the only one from which maps lead there')
    .option('--from-version <version>', 'the release that the codes are of')
    .option('--map <id>', 'by this map alone; else by all that lead there')
    .option('--map-version <version>', 'by this release of it; else by the one that fits, or the newest')
    .option('--reverse', 'read maps that lead the other way backwards')
    .option('--to-version <version>', 'follow paths: through maps and releases, to this release')
    .option('--through <maps>', 'follow paths through these maps, in order: id or id@version, by commas')
    .option('--code-column <name>', 'by name or number; else the one called code, or the first')
    .option('--count-column <name>', 'by name or number; else one called count, volume, n or cases')
    .option('--format <name>', `every mapping as ${rowFormats.join(', ')}, on standard output`)
    .option('--out <file>', 'to a file instead, which appears when it is whole')
    .option('--force', 'overwrite this file')
    .action(async (list, options) =>
      finish(await (await import('./commands/translate.ts')).translate(run(), list, options)),
    );
  command(
    'reconcile <code-system> <version>',
    'hold what the publisher said changed against what did, and explain every difference',
  ).action(async (codeSystem, version) =>
    finish(await (await import('./commands/reconcile.ts')).reconcile(run(), codeSystem, version)),
  );
  command('serve', 'serve the published releases over GraphQL until stopped')
    .option('--port <number>', 'instead of PORT')
    .option('--host <address>', 'instead of HOST')
    .action(async (options) => finish(await (await import('./commands/serve.ts')).serve(run(), options)));
  command('start', 'load the sample releases where nothing real is held, and serve')
    .option('--port <number>', 'instead of PORT')
    .option('--host <address>', 'instead of HOST')
    .action(async (options) => finish(await (await import('./commands/start.ts')).start(run(), options)));
  command(
    'query <graphql>',
    'run a query in-process and print the JSON of its answer; - reads it from standard input',
  )
    .option('--variables <json>', "the query's variables, a JSON object")
    .option('--operation-name <name>', 'which operation of the document to run')
    .action(async (graphql, options) =>
      finish(await (await import('./commands/query.ts')).query(run(), graphql, options)),
    );
  command('migrate', 'bring the database to the schema this version needs')
    .option('--print-schema', 'print the schema instead of the state')
    .action(async (options) =>
      finish(await (await import('./commands/migrate.ts')).migrateDatabase(run(), options)),
    );
  return program;
}

/** True for what commander throws after it has shown help or the version: not an error. */
export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}
