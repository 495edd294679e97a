// Cursors of connections: a place in one list of one release, of no use anywhere else.
import { CodesetError, sha256 } from '@codeset/terminology';

/** The list a cursor belongs to: the release's digest, the list's name, and the arguments that shape it. */
export type CursorScope = readonly (string | number | boolean | null)[];

/** Gives the cursor of the member at a position. Clients must not read anything into it. */
export function cursorsOf(scope: CursorScope): (position: number) => string {
  let list: string | null = null; // found when first asked for: most pages are read without their cursors
  return (position) => {
    list ??= fingerprint(scope);
    return Buffer.from(`${list}:${position}`).toString('base64url');
  };
}

/** The position a cursor stands for. BAD_REQUEST when it is none, or one of another list. */
export function decodeCursor(scope: CursorScope, cursor: string): number {
  const match = /^([0-9a-f]{12}):(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[1] === fingerprint(scope)) return Number(match[2]);
  const what = match ? 'belongs to another list: another release, concept or filter' : 'is not a cursor';
  throw new CodesetError(
    'BAD_REQUEST',
    `\`after: "${cursor.slice(0, 60)}"\` ${what}. Take cursors from the same field with the same arguments.`,
  );
}

function fingerprint(scope: CursorScope): string {
  return sha256(JSON.stringify(scope)).slice(0, 12);
}
