// Between which releases a list can be carried: both are or were in force, and the second not before the first.
import type { PublishedRelease } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';

/** BAD_REQUEST for a draft, for a made-up release beside a real one, and for a way back in time. */
export function refuseWay(from: PublishedRelease, to: PublishedRelease): void {
  for (const { version, draft } of [from, to]) {
    if (draft) throw refusal(`${version} is a draft and never in force: no list leads through it.`);
  }
  if (from.sample !== to.sample) {
    const [sample, real] = from.sample ? [from, to] : [to, from];
    throw refusal(
      `${sample.version} is made up and ${real.version} is real: no list leads from one to the other.`,
    );
  }
  if (from.effectiveFrom > to.effectiveFrom) {
    throw refusal(
      `A list is carried forward, to a release that is in force later; ${to.version} is not in force after ${from.version}.`,
    );
  }
}

function refusal(message: string): CodesetError {
  return new CodesetError('BAD_REQUEST', message);
}
