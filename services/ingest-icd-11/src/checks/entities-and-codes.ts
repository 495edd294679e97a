// Between releases: entities may change their codes and keep their identity; a code is never given to another entity.
import type { Finding } from '@codeset/terminology';
import type { EntityOfCode } from '../held-entities.ts';

const examples = 5;

/** One info finding with the number of entities that have another code than in the held release. */
export function entitiesRecoded(now: EntityOfCode, held: EntityOfCode, heldVersion: string): Finding[] {
  const codeOfHeld = new Map([...held].map(([code, key]) => [key, code]));
  const recoded: string[] = [];
  for (const [code, key] of now) {
    const before = codeOfHeld.get(key);
    if (before !== undefined && before !== code) recoded.push(`${before} → ${code}`);
  }
  if (recoded.length === 0) return [];
  const first = recoded.slice(0, examples).join(', ');
  const more = recoded.length > examples ? ', …' : '';
  const message = `${recoded.length} entities have another code than in ${heldVersion}: ${first}${more}`;
  return [{ severity: 'info', rule: 'entity-recoded', message, where: null }];
}

/** A warning for each code that stood for another entity in the held release. */
export function codesReused(now: EntityOfCode, held: EntityOfCode, heldVersion: string): Finding[] {
  return [...now].flatMap(([code, key]) => {
    const before = held.get(code);
    if (before === undefined || before === key) return [];
    const message = `${code} stands for the entity ${key}, and stood for ${before} in ${heldVersion}.`;
    return [{ severity: 'warning', rule: 'code-reused', message, where: code } as const];
  });
}
