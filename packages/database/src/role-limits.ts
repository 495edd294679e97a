// The two roles of the database and the time limits each works under.

/** The roles that `ensureRoles` makes. */
export type DatabaseRole = 'codeset_reader' | 'codeset_loader';

/** Limits of a session in milliseconds; 0 means none. */
export interface TimeLimits {
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
}

/** A reader answers people who wait; a loader copies and indexes a whole release, or waits for another load. */
export const roleLimits: Readonly<Record<DatabaseRole, TimeLimits>> = {
  codeset_reader: { statementTimeoutMs: 15_000, lockTimeoutMs: 2_000, idleInTransactionTimeoutMs: 30_000 },
  codeset_loader: {
    statementTimeoutMs: 1_800_000,
    lockTimeoutMs: 600_000,
    idleInTransactionTimeoutMs: 600_000,
  },
};
