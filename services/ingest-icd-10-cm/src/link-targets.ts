// The codes of a release as the targets of links: what exists, and what codes begin with.
import type { LinkTargets } from './note-links.ts';
import { undotted } from './code-form.ts';

/** Targets over codes without points, each looked up in constant time once asked for. */
export function linkTargets(codes: ReadonlyMap<string, unknown>): LinkTargets {
  const beginnings = new Map<string, boolean>();
  return {
    exists(code) {
      const plain = undotted(code);
      if (codes.has(plain)) return true;
      const known = beginnings.get(plain) ?? someBegins(codes, plain);
      beginnings.set(plain, known);
      return known;
    },
  };
}

function someBegins(codes: ReadonlyMap<string, unknown>, beginning: string): boolean {
  for (const code of codes.keys()) if (code.startsWith(beginning)) return true;
  return false;
}
