// The readme beside the POA-exempt list: how many codes the publisher says the list has, and of which year it is.
import { decodeText } from '@codeset/source-files';

export interface PoaReadme {
  /** Null where the readme doesn't say. */
  readonly count: number | null;
  readonly year: number | null;
}

/** Reads “List of Present On Admission (POA) exempt codes, for FY2025 (38,154 codes)”. */
export function parsePoaReadme(bytes: Buffer, file: string): PoaReadme {
  const { text } = decodeText(bytes, file, { fallback: 'windows-1252' });
  const match =
    /List of Present On Admission \(POA\) exempt codes,? for FY\s?(\d{4})\s*\(([\d,]+) codes\)/i.exec(text);
  if (!match) return { count: null, year: null };
  return { year: Number(match[1]), count: Number((match[2] ?? '').replaceAll(',', '')) };
}
