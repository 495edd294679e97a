// Makes the links between shared libraries that an npm package cannot carry.
import { randomBytes } from 'node:crypto';
import { readFile, rename, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Makes every link that pg-symlinks.json in the binaries' folder asks for. Links that lead somewhere, and
 * copies in the place of links, are left alone; each link appears at once, so two processes may do it together.
 */
export async function makeLibraryLinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of readLinkList(text)) {
    await makeLink(join(folder, source), join(folder, target));
  }
}

/** The list names files from the folder above, which is called native in the package but need not be in a copy. */
function readLinkList(text: string): readonly { source: string; target: string }[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error('pg-symlinks.json is not a list');
  return list.map((entry: { source: unknown; target: unknown }) => ({
    source: String(entry.source).replace(/^native\//, ''),
    target: String(entry.target).replace(/^native\//, ''),
  }));
}

async function makeLink(file: string, link: string): Promise<void> {
  if (await leadsSomewhere(link)) return;
  const temporary = `${link}.${randomBytes(6).toString('hex')}`;
  await symlink(relative(dirname(link), file), temporary);
  await rename(temporary, link);
}

async function leadsSomewhere(link: string): Promise<boolean> {
  return stat(link).then(
    () => true,
    () => false,
  );
}
