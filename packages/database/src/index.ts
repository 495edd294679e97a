// What programs use of the database besides reading and loading: the server, connections, migrations, roles.
export { codesetHome } from './codeset-home.ts';
export {
  type ConnectOptions,
  checkServer,
  connectDatabase,
  type Database,
  type DatabaseTransaction,
  oldestServer,
  type ServerVersion,
} from './connect.ts';
export { createDatabaseIfMissing } from './create-database.ts';
export { databaseUnavailable, isConnectionFailure } from './database-unavailable.ts';
export { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from './embedded/server.ts';
export {
  type MigrateOptions,
  type MigrationReport,
  type MigrationState,
  migrate,
  migrationState,
} from './migrate.ts';
export type { AppliedMigration } from './migration-history.ts';
export { printSchema } from './print-schema.ts';
export { type DatabaseRole, roleLimits, type TimeLimits } from './role-limits.ts';
export { ensureRoles, findUsableRoles, type RolesReport, type UsableRoles } from './roles.ts';
