// One run of a command: its output, its environment, its clock, and the database while it needs one.
import type { Environment } from './environment.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Output } from './output.ts';

export class CommandRun {
  readonly output: Output;
  readonly environment: Environment;
  readonly clock: () => number;

  constructor(output: Output, environment: Environment, clock: () => number) {
    this.output = output;
    this.environment = environment;
    this.clock = clock;
  }

  /** Opens the database for `work`, and closes it however the work ends. */
  async withDatabase<T>(
    work: (database: OpenDatabase) => Promise<T>,
    options: { readonly migrateNow?: boolean; readonly readers?: number } = {},
  ): Promise<T> {
    // With it come the ingestion services of every code system, which help and a slip of the pen need not wait for.
    const { openDatabase } = await import('./open-database.ts');
    const database = await openDatabase(this.environment, (line) => this.output.note(line), options);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }
}
