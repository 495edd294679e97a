// Names for what the operator named: the last part of each path, more of it where two would be alike.
import { resolve, sep } from 'node:path';

/** A name with forward slashes for each path, in the same order; different paths have different names. */
export function sourceNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => resolve(path).split(sep).filter(Boolean));
  const used = parts.map(() => 1);
  for (;;) {
    const names = parts.map((of, index) => of.slice(-(used[index] ?? 1)).join('/') || '/');
    const alike = names.map((name, index) =>
      names.some((other, at) => at !== index && other === name && parts[at]?.join() !== parts[index]?.join()),
    );
    const growing = alike.map((is, index) => is && (used[index] ?? 1) < (parts[index]?.length ?? 0));
    if (!growing.includes(true)) return names;
    for (const [index, grows] of growing.entries()) if (grows) used[index] = (used[index] ?? 1) + 1;
  }
}
