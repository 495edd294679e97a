// Tries a statement that the server may not allow this login, inside a transaction that goes on either way.
import type { DatabaseTransaction } from './connect.ts';

/** True when it was done; false, with nothing of it done, when the login may not. Other errors are thrown. */
export async function whereAllowed(
  transaction: DatabaseTransaction,
  steps: (transaction: DatabaseTransaction) => Promise<unknown> | PromiseLike<unknown>,
): Promise<boolean> {
  try {
    await transaction.savepoint(async (step) => {
      await steps(step);
    });
    return true;
  } catch (error) {
    const insufficientPrivilege = error instanceof Error && 'code' in error && error.code === '42501';
    if (insufficientPrivilege) return false;
    throw error;
  }
}
