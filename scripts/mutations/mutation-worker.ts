// Reads damaged copies of one sample file: `<code system> <version> <file> <first> <copies> <seed>`; a line when ready, a line a copy.
import { fileURLToPath } from 'node:url';
import { hashRelease } from '@codeset/ingestion';
import { ingestionServices } from '@codeset/operator';
import { listSourceFiles } from '@codeset/source-files';
import { mutateBytes } from '@codeset/test-kit';
import { seededRandom } from '../faults/seeded-random.ts';
import { readCopy } from './read-copy.ts';

const [codeSystem = '', version = '', name = '', first, copies, seed] = process.argv.slice(2);
const service = ingestionServices.find(({ definition }) => definition.id === codeSystem);
const sample = service?.samples.find((candidate) => candidate.version === version);
if (!service || !sample) throw new Error(`no sample ${version} of ${codeSystem}`);
const files = await listSourceFiles([fileURLToPath(sample.folder)]);
const original = await files.find((file) => file.name === name)?.read();
if (!original) throw new Error(`no file ${name}`);

process.stdout.write('ready\n');
for (let copy = Number(first); copy < Number(first) + Number(copies); copy++) {
  const { bytes, what } = mutateBytes(original, seededRandom(Number(seed) + copy * 7_919));
  const outcome = await readCopy({ service, version: sample.version, files, name, bytes, hashRelease });
  process.stdout.write(`${JSON.stringify({ copy, what, ...outcome })}\n`);
}
