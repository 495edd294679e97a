// codeset migrate: brings the database to the schema this version needs.
import { migrationState, printSchema } from '@codeset/database';
import type { CommandRun } from '../command-run.ts';

/** Opening the database with `migrateNow` does the work; this says how it stands. */
export async function migrateDatabase(
  run: CommandRun,
  options: { readonly printSchema?: boolean },
): Promise<number> {
  return await run.withDatabase(
    async ({ sql, roles, embedded }) => {
      if (options.printSchema) {
        const schema = await printSchema(sql);
        run.output.result({ schema }, schema.trimEnd());
        return 0;
      }
      const { applied } = await migrationState(sql);
      const { readerRole, loaderRole, notes } = roles;
      const result = { embedded, applied: applied.map(({ name }) => name), readerRole, loaderRole, notes };
      run.output.result(result, `The database is migrated: ${result.applied.join(', ')}.`);
      return 0;
    },
    { migrateNow: true },
  );
}
