// Translates every code of ICD-9-CM through the GEM over and over, beside one join of the same tables; prints JSON.
import { translateCodes } from '@codeset/crosswalk';
import { connectDatabase } from '@codeset/database';
import { openReader } from '@codeset/database/read';
import { loadMap } from '@codeset/ingestion';
import { publicationServiceOf } from '@codeset/operator';
import { median } from './median.ts';

/** What the worker prints: milliseconds, medians of the rounds. */
export interface TranslateMeasured {
  readonly codes: number;
  readonly mappings: number;
  /** One join of the codes with the map's mappings, its rows taken as they come. */
  readonly floor: number;
  /** All codes translated: mappings by code, what the map mentions, what is known of each code. */
  readonly ours: number;
  /** The longest that one of our calls for a thousand codes took. */
  readonly slowest: number;
}

const [url = '', path = ''] = process.argv.slice(2);
const rounds = 7;
const map = 'gem-icd-9-cm-icd-10-cm';
const loader = connectDatabase({ url, role: 'codeset_loader', applicationName: 'bench translate', max: 2 });
const found = publicationServiceOf(map);
if (found.of !== 'map') throw new Error(`${map} is no map`);
const observer = { step: () => undefined, progress: () => undefined };
const environment = { sql: loader, observer, clock: () => performance.now() };
await loadMap({ service: found.service, version: '2018', paths: [path] }, environment);
await loader.end();

const floorPool = connectDatabase({ url, role: 'codeset_reader', applicationName: 'bench floor', max: 1 });
const pool = connectDatabase({ url, role: 'codeset_reader', applicationName: 'bench translate', max: 1 });
const reader = openReader(pool);
const [gem] = (await reader.listPublishedMaps()).filter(({ conceptMap }) => conceptMap === map);
if (!gem) throw new Error(`${map} is not published`);
const codes = [
  ...new Set((await reader.listMappings([gem.id])).flatMap(({ sourceCode }) => sourceCode ?? [])),
];
const joined = `
  select m.* from unnest($2::text[]) with ordinality as asked (code, place)
  left join codeset.mapping m on m.release_id = $1
    and codeset.look_up_form(m.source_code) = codeset.look_up_form(asked.code)
  order by asked.place, m.position`;

const times: Record<'floor' | 'ours', number[]> = { floor: [], ours: [] };
let [mappings, slowest] = [0, 0];
for (let round = 0; round <= rounds; round += 1) {
  const began = performance.now();
  const rows = await floorPool.unsafe(joined, [gem.id, codes], { prepare: true });
  const floor = performance.now() - began;
  const since = performance.now();
  const read = { map: gem, reverse: false, release: null };
  mappings = 0;
  for (let start = 0; start < codes.length; start += 1_000) {
    const call = performance.now();
    const asked = codes.slice(start, start + 1_000).map((code) => ({ code, key: null }));
    for (const one of await translateCodes(reader, read, asked, null)) mappings += one.mappings.length;
    if (round > 0) slowest = Math.max(slowest, performance.now() - call);
  }
  const ours = performance.now() - since;
  if (rows.length !== mappings) throw new Error(`the join gives ${rows.length} rows, we ${mappings}`);
  if (round === 0) continue; // it compiles the code, and is not counted
  times.floor.push(floor);
  times.ours.push(ours);
}
await Promise.all([floorPool.end(), pool.end()]);
const measured: TranslateMeasured = {
  codes: codes.length,
  mappings,
  floor: median(times.floor),
  ours: median(times.ours),
  slowest,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
