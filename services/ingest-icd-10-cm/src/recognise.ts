// What a file is, told by its content; its name is only asked where two lists have the same form.
import type { Recognition } from '@codeset/ingestion';
import type { SourceFile } from '@codeset/source-files';
import { recogniseText } from './recognise-text.ts';
import { recogniseXml } from './recognise-xml.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { type Role, roles } from './roles.ts';

/** So much of a file is looked at. */
const headBytes = 65_536;

/** A known file, or the reason why it is left aside. */
export type Recognised = { readonly role: Role } | { readonly ignored: string };

/** Reads the file and says what it is; throws CodesetError FILE_REFUSED when it can't be read. */
export async function recognise(file: SourceFile): Promise<Recognition> {
  return await refusingSourceFiles(async () => {
    const recognised = recogniseBytes(await file.read(), file.name);
    if ('role' in recognised) return { role: recognised.role, remark: roles[recognised.role] };
    return { role: null, remark: recognised.ignored };
  });
}

function recogniseBytes(bytes: Buffer, name: string): Recognised {
  if (bytes.length === 0) return { ignored: 'empty' };
  const start = bytes.toString('latin1', 0, 8);
  if (start.startsWith('%PDF')) return { ignored: 'a PDF' };
  if (start.startsWith('PK')) return { ignored: 'a workbook or other office document' };
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { ignored: 'an office document of the old kind' };
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start))
    return { ignored: 'a text in UTF-16; the published files are UTF-8' };
  const text = headOf(bytes);
  if (/^\s*</.test(text)) return recogniseXml(text, bytes);
  return recogniseText(text, bytes, name);
}

/** The start as text, without NULs, which the parser refuses with their place; a character cut in two doesn't matter here. */
function headOf(bytes: Buffer): string {
  const text = bytes.toString('utf8', 0, Math.min(bytes.length, headBytes));
  return text.replaceAll('\0', '').replace(/^\ufeff/, '');
}
