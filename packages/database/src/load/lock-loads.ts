// One load writes at a time: a lock that ends with its transaction, whatever happens to the process.
import type { TransactionSql } from 'postgres';

/** Chosen once; any number that nothing else on the server uses for an advisory lock. */
const loadLock = 0x0c0de5e7;

/** Takes the lock; when another load holds it, calls `onWait` and waits for that one to end. */
export async function lockLoads(tx: TransactionSql, onWait: () => void): Promise<void> {
  const [row] = await tx<{ taken: boolean }[]>`select pg_try_advisory_xact_lock(${loadLock}) as taken`;
  if (row?.taken) return;
  onWait();
  // A load may take minutes: the role's limit is meant for tables, not for this queue.
  await tx`set local lock_timeout = 0`;
  await tx`select pg_advisory_xact_lock(${loadLock})`;
  await tx`set local lock_timeout to default`;
}
