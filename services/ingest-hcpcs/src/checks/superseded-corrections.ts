// Earlier versions of the corrections name codes that the latest one is silent about.
import type { Finding } from '@codeset/terminology';
import type { Corrections } from '../corrections.ts';
import { listCodes } from '../list-codes.ts';

/** `all` begins with the one that counts. One info finding for each other that says more or something else. */
export function supersededCorrections(all: readonly Corrections[]): Finding[] {
  const [latest, ...others] = all;
  if (!latest) return [];
  const said = new Map(latest.rows.map((row) => [row.code, row.action]));
  return others.flatMap((other): Finding[] => {
    const gone = other.rows.filter(({ code }) => !said.has(code)).map(({ code }) => code);
    const changed = other.rows.filter(({ code, action }) => said.has(code) && said.get(code) !== action);
    if (gone.length === 0 && changed.length === 0) return [];
    const parts = [
      gone.length > 0 ? `${listCodes(gone)} not at all` : '',
      changed.length > 0 ? `${listCodes(changed.map(({ code }) => code))} with another action` : '',
    ].filter((part) => part !== '');
    const message = `${latest.file} counts; of the codes in ${other.file} it has ${parts.join(', and ')}.`;
    return [{ severity: 'info', rule: 'corrections-superseded', message, where: other.file }];
  });
}
