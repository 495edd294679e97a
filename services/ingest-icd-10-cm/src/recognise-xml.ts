// Which XML file it is: told by the root element and, for the four indexes, by headings or else by the codes.
import type { Recognised } from './recognise.ts';
import type { Role } from './roles.ts';

/** `head` is the start of the file, without its byte order mark. */
export function recogniseXml(head: string, bytes: Buffer): Recognised {
  const root = /<([A-Za-z_][\w.:-]*)((?:\s[^>]*)?)>/.exec(withoutProlog(head));
  const name = root?.[1] ?? '';
  const isAddenda = /\sisAddenda\s*=\s*["']true["']/.test(root?.[2] ?? '');
  if (name === 'ICD10CM.tabular') {
    if (isAddenda) return { ignored: 'addenda of the tabular list as XML, not the list itself' };
    return { role: 'tabular-list' };
  }
  if (name === 'ICD10CM.index') {
    if (isAddenda) return { ignored: 'addenda of an index as XML, not the index itself' };
    const role = indexByHeading(head) ?? indexByCodes(bytes);
    return role ? { role } : { ignored: 'an ICD-10-CM index without title, headings or codes' };
  }
  if (/(^|:)schema$/.test(name)) return { ignored: 'an XML schema' };
  if (name.startsWith('ICD10PCS')) return { ignored: 'ICD-10-PCS, another code system' };
  if (name === 'ClaML') return { ignored: 'a classification in ClaML' };
  if (/^html$/i.test(name)) return { ignored: 'a web page' };
  return {
    ignored: name === '' ? 'XML without a root element at its start' : `XML with the root element ${name}`,
  };
}

/** Declarations, comments and a DTD's inside may hold what looks like a start tag. */
function withoutProlog(head: string): string {
  return head.replace(/<!--[\s\S]*?-->/g, '').replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/, '');
}

function indexByHeading(head: string): Role | null {
  const beforeLetters = head.split('<letter', 1)[0] ?? '';
  const heads = [...beforeLetters.matchAll(/<head\b[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
  if (heads.some((text) => /malignant|benign|neoplasm/i.test(text))) return 'neoplasm-table';
  if (heads.some((text) => /poisoning|substance|adverse|underdosing/i.test(text))) return 'drug-table';
  const title = /<title>([^<]*)</.exec(beforeLetters)?.[1] ?? '';
  if (/external\s+cause/i.test(title)) return 'external-cause-index';
  if (/neoplasm/i.test(title)) return 'neoplasm-table';
  if (/drug/i.test(title)) return 'drug-table';
  return /disease|injur/i.test(title) ? 'index-to-diseases' : null;
}

/** Without headings: tables have cells; drugs lead to T codes, external causes to V, W, X and Y. */
function indexByCodes(bytes: Buffer): Role | null {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, 2_000_000));
  const cells = initialsIn(text, /<cell\b[^>]*>\s*([A-Z])[0-9]/g);
  if (cells.total > 0) return cells.share(/T/) > 0.5 ? 'drug-table' : 'neoplasm-table';
  const codes = initialsIn(text, /<code>\s*([A-Z])[0-9]/g);
  if (codes.total === 0) return null;
  return codes.share(/[VWXY]/) > 0.5 ? 'external-cause-index' : 'index-to-diseases';
}

function initialsIn(text: string, form: RegExp): { readonly total: number; share(letters: RegExp): number } {
  const initials = [...text.matchAll(form)].map(([, letter]) => letter ?? '');
  return {
    total: initials.length,
    share: (letters) => initials.filter((letter) => letters.test(letter)).length / initials.length,
  };
}
