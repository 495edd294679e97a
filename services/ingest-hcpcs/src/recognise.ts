// What a file is, told by its content; its name is only asked which version of the corrections it is.
import type { Recognition } from '@codeset/ingestion';
import { isWorkbook, type SourceFile } from '@codeset/source-files';
import { recogniseText } from './recognise-text.ts';
import { recogniseWorkbook } from './recognise-workbook.ts';
import type { Recognised } from './recognised.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { remarkOf } from './roles.ts';

/** So much of a text is looked at. */
const headBytes = 65_536;

/** Reads the file and says what it is; throws CodesetError FILE_REFUSED when it can't be read. */
export async function recognise(file: SourceFile): Promise<Recognition> {
  return await refusingSourceFiles(async () => {
    const recognised = await recogniseBytes(await file.read(), file.name);
    if ('role' in recognised) return { role: recognised.role, remark: remarkOf(recognised.role) };
    return { role: null, remark: recognised.ignored };
  });
}

async function recogniseBytes(bytes: Buffer, name: string): Promise<Recognised> {
  if (bytes.length === 0) return { ignored: 'empty' };
  const start = bytes.toString('latin1', 0, 8);
  if (start.startsWith('%PDF')) return { ignored: 'a PDF' };
  if (start.startsWith('PK')) {
    if (await isWorkbook(bytes)) return await recogniseWorkbook(bytes, name);
    return { ignored: 'an office document that is no workbook, or a damaged one' };
  }
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return { ignored: 'an office document of the old kind, or an encrypted one' };
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start))
    return { ignored: 'a text in UTF-16; the published files are not' };
  return recogniseText(headOf(bytes), name);
}

/** The start as text, without NULs, which the parser refuses with their place. */
function headOf(bytes: Buffer): string {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, headBytes));
  return text.replaceAll('\0', '').replace(/^\xef\xbb\xbf/, '');
}
