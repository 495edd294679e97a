// The bare reading of an edition's files, for the floor of a load: nothing is checked, nothing is made of it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listSourceFiles } from '@codeset/source-files';
import { parseStringPromise } from 'xml2js';

/** Loose XML files through xml2js; where there are none, the texts inside the zips, split at line ends and tabs. */
export async function readBare(folder: string): Promise<void> {
  const xml = (await readdir(folder)).filter((name) => name.endsWith('.xml'));
  for (const name of xml) await parseStringPromise(await readFile(join(folder, name), 'utf8'));
  if (xml.length > 0) return;
  for (const file of await listSourceFiles([folder])) {
    if (!/\.txt$/i.test(file.name)) continue;
    for (const line of (await file.read()).toString('utf8').split('\n')) line.split('\t');
  }
}
