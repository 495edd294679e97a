// A throw-away database that holds the small releases, with a pool for readers.
import { connectDatabase, type Database } from '@codeset/database';
import { buildRelease, type ReleaseToBuild } from './build-release.ts';
import { release2025, release2026, release2027 } from './small-code-system.ts';
import { type ThrowAwayDatabase, throwAwayDatabase } from './throw-away-database.ts';

export interface SmallDatabase extends ThrowAwayDatabase {
  /** A pool of up to 3 connections that works as the reader role. */
  readonly reader: Database;
}

/** Builds the releases, newest first where none are given, so that ids say nothing of order. */
export async function smallDatabase(
  releases: readonly ReleaseToBuild[] = [release2027, release2026, release2025],
): Promise<SmallDatabase> {
  const owner = await throwAwayDatabase();
  for (const release of releases) await buildRelease(owner.sql, release);
  const reader = connectDatabase({
    url: owner.url,
    applicationName: 'codeset test reader',
    role: 'codeset_reader',
    max: 3,
  });
  return {
    ...owner,
    reader,
    async drop() {
      await reader.end({ timeout: 1 });
      await owner.drop();
    },
  };
}
