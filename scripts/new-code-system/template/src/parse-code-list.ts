// The list of codes: a record a line, in the publisher's words.
import { LineProblems } from '@codeset/ingestion/refusals';
import { decodeText, delimitedRecords } from '@codeset/source-files';

export const listColumns = ['code', 'parent', 'title', 'selectable'] as const;

/** One line of the list. */
export interface CodeListLine {
  readonly line: number;
  readonly code: string;
  /** Empty for a root. */
  readonly parent: string;
  readonly title: string;
  /** `yes` or `no`. */
  readonly selectable: string;
}

export interface CodeList {
  /** What the header says after `Version`. */
  readonly version: string;
  readonly lines: readonly CodeListLine[];
}

/** Reads the whole list; throws CodesetError FILE_REFUSED with all places that are wrong, SourceFileError for bad text. */
export function parseCodeList(bytes: Buffer, file: string): CodeList {
  const problems = new LineProblems(file);
  const { text } = decodeText(bytes, file);
  const lines: CodeListLine[] = [];
  let version = '';
  for (const { line, fields } of delimitedRecords(text, file, {
    delimiter: '\t',
    header: false,
    quotes: false,
    fieldCount: 'any',
  })) {
    const [code = '', parent = '', title = '', selectable = '', stamp = ''] = fields;
    if (line === 1) {
      version = /^Version (\d{4})$/.exec(stamp)?.[1] ?? '';
      if (version === '') {
        problems.add({ line, columns: null, found: stamp, expected: 'Version and a year' });
      }
      continue;
    }
    if (fields.length !== listColumns.length) {
      problems.add({ line, columns: null, found: fields.join('\t'), expected: '4 fields' });
    } else if (!/^[A-Z]\d(\.\d+)?$/.test(code)) {
      problems.add({ line, columns: null, found: code, expected: 'a code such as A1.0' });
    } else if (title === '') {
      problems.add({ line, columns: null, found: title, expected: 'a title' });
    } else if (selectable !== 'yes' && selectable !== 'no') {
      problems.add({ line, columns: null, found: selectable, expected: 'yes or no' });
    } else {
      lines.push({ line, code, parent, title, selectable });
    }
  }
  problems.throwIfAny();
  return { version, lines };
}
