// The addenda of a release, whichever forms it came with, in our words.
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import type { Announcement } from '@codeset/terminology';
import type { Addenda } from './addenda.ts';
import { announcementOfAddenda } from './announcement-of-addenda.ts';
import { parseCodesAddenda } from './parse-codes-addenda.ts';
import { parseDiff2014 } from './parse-diff-2014.ts';
import { parseOrderAddenda } from './parse-order-addenda.ts';
import type { Role } from './roles.ts';

/** The fullest form first: the order addenda have headers and short titles, the others billable codes and long titles. */
const forms: readonly { readonly role: Role; readonly parse: (bytes: Buffer, file: string) => Addenda }[] = [
  { role: 'order-addenda', parse: parseOrderAddenda },
  { role: 'codes-addenda', parse: parseCodesAddenda },
  { role: 'diff-2014', parse: parseDiff2014 },
];

/** One announcement a file, the fullest first. Throws CodesetError FILE_REFUSED for a file that can't be read. */
export async function readAddenda(
  files: readonly RecognisedFile[],
  progress: Progress,
): Promise<Announcement[]> {
  const announcements: Announcement[] = [];
  for (const { role, parse } of forms) {
    const file = files.find((given) => given.role === role)?.file;
    if (!file) continue;
    progress(`reading ${file.name}`);
    announcements.push(announcementOfAddenda(parse(await file.read(), file.name)));
  }
  return announcements;
}
