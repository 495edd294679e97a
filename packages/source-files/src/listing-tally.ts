// What a listing has come to so far, held against its caps.
import { tooManyBytes, tooManyEntries } from './size-faults.ts';
import type { SourceLimits } from './source-limits.ts';

/** Counts what one listing meets; both functions throw SourceFileError once there is too much. */
export interface ListingTally {
  readonly limits: SourceLimits;
  /** Counts `count` more files or folders, one unless said. */
  countEntries(name: string, count?: number): void;
  /** Counts `count` more bytes, inflated. */
  countBytes(name: string, count: number): void;
}

/** A tally that has met nothing yet. */
export function startTally(limits: SourceLimits): ListingTally {
  let entries = 0;
  let bytes = 0;
  return {
    limits,
    countEntries(name, count = 1) {
      entries += count;
      if (entries > limits.entries) throw tooManyEntries(name, entries, limits.entries);
    },
    countBytes(name, count) {
      bytes += count;
      if (bytes <= limits.totalBytes) return;
      throw tooManyBytes(name, `more than ${limits.totalBytes} bytes in all the files`, limits.totalBytes);
    },
  };
}
