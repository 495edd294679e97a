// What a file is, told by its columns; the name is asked for one thing alone, the language of a translation.
import type { Recognition } from '@codeset/ingestion';
import { isWorkbook, quoted, type SourceFile } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';
import { findColumns } from './columns.ts';
import { languageOfName } from './language-of-name.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { roleName, roleRemark, type TabulationForm } from './roles.ts';
import { isTabulationHeader } from './tabulation-sheet.ts';
import { workbookTable } from './workbook-table.ts';

/** So much of a text is looked at; a header has some 200 bytes. */
const headBytes = 16_384;
const english = 'en';

/** Reads the header and says what the file is; throws CodesetError FILE_REFUSED when it can't be read. */
export async function recognise(file: SourceFile): Promise<Recognition> {
  return await refusingSourceFiles(async () => {
    const bytes = await file.read();
    if (bytes.length === 0) return ignored('empty');
    if (await isWorkbook(bytes)) {
      const table = await workbookTable(bytes, file.name, isTabulationHeader);
      if (table === null) return ignored('a workbook without the columns of a simple tabulation');
      return tabulation('workbook', table.header.fields, file.name);
    }
    return recogniseText(bytes.toString('utf8', 0, headBytes), file.name);
  });
}

function recogniseText(head: string, name: string): Recognition {
  if (head.startsWith('PK')) return ignored('a zip or an office document that is no workbook');
  if (head.startsWith('%PDF')) return ignored('a PDF');
  if (/^[\ufffd\0]/.test(head)) return ignored('no text in UTF-8');
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/);
  const header = lines.map(columnsOf).find(isTabulationHeader);
  if (header !== undefined) return tabulation('text', header, name);
  // Without its header it is still known for what it is, and refused with the place where the header should be.
  if (lines.some((line) => tabulationRow.test(line))) return tabulation('text', [], name);
  return ignored(remarkOn(lines[0] ?? ''));
}

const tabulationRow =
  /^"?https?:\/\/id\.who\.int\/icd\/entity\/\d+"?\t"?https?:\/\/id\.who\.int\/icd\/release\/11\//;

function columnsOf(line: string): string[] {
  return line.split('\t').map((field) => field.replace(/^"(.*)"$/, '$1'));
}

function remarkOn(firstLine: string): string {
  if (/^Foundation URI\t+\s*:/.test(firstLine)) return 'the readme that explains the columns';
  const isMapping = columnsOf(firstLine).some((column) =>
    /^1[01]ClassKind$|^icd1[01]Code$/i.test(column.trim()),
  );
  if (isMapping) return 'a mapping between ICD-10 and ICD-11';
  return `a text that begins ${quoted(firstLine.trim().slice(0, 40))}`;
}

function tabulation(form: TabulationForm, header: readonly string[], name: string): Recognition {
  const language = languageOf(header, name);
  return { role: roleName({ form, language }), remark: roleRemark({ form, language }) };
}

/** Null for the English tabulation. A translation has TitleEN beside Title, and nothing in it tells its language. */
function languageOf(header: readonly string[], name: string): string | null {
  const translated = findColumns(header).at.titleEn !== undefined;
  // An English file may lie in a folder whose name happens to end like a language; its own name would say more.
  const named = languageOfName(translated ? name : (name.split('/').at(-1) ?? name));
  if (!translated && (named === null || named === english)) return null;
  if (translated && named !== null && named !== english) return named;
  const found = translated ? 'the column TitleEN' : 'no column TitleEN';
  const said = named === null ? 'a name that tells no language' : `a name that says the language is ${named}`;
  throw new CodesetError(
    'FILE_REFUSED',
    `${name}:1: found ${found} and ${said}, expected ${translated ? 'the name of a translation to end in its language' : 'TitleEN beside Title in a translation'}. ` +
      'A translation is told by TitleEN, its language only by the name, as in SimpleTabulation-ICD-11-MMS-es.txt: ' +
      'give the file the name that WHO gave it.',
    { details: { file: name } },
  );
}

function ignored(remark: string): Recognition {
  return { role: null, remark };
}
