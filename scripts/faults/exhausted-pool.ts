// All connections of the gateway wait for a lock: requests wait their time and no longer, and then all is as before.
import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase } from '@codeset/database';
import type { Absence } from './database-away.ts';
import type { ServerToHarm } from './server-to-harm.ts';

/** Keeps every reader of releases waiting until it is let go. */
export async function holdReaders(server: ServerToHarm): Promise<() => Promise<void>> {
  const sql = connectDatabase({ url: server.url, applicationName: 'codeset faults', max: 1 });
  const held = await sql.reserve();
  await held`begin`;
  await held`lock table codeset.release, codeset.release_concept in access exclusive mode`;
  return async () => {
    await held`rollback`;
    held.release();
    await sql.end({ timeout: 1 });
  };
}

/** Readers wait for a lock all this time. */
export function exhaustedPool(forMs: number): Absence {
  return {
    name: `pool exhausted for ${forMs / 1000} s`,
    async harm(server) {
      const letGo = await holdReaders(server);
      await sleep(forMs);
      await letGo();
    },
  };
}
