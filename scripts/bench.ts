// pnpm bench <name>: measures side by side in one run, as medians and ratios; prints a table for the README.
import { benchCompare } from './bench/compare.ts';
import { benchGateway } from './bench/gateway.ts';
import { benchLoad } from './bench/load.ts';
import { benchSearch } from './bench/search.ts';
import { benchStorage } from './bench/storage.ts';
import { benchTranslate } from './bench/translate.ts';

const benches: Readonly<Record<string, (words: readonly string[]) => Promise<string>>> = {
  compare: benchCompare,
  gateway: benchGateway,
  load: benchLoad,
  search: benchSearch,
  storage: benchStorage,
  translate: benchTranslate,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  process.stderr.write(`pnpm bench <name>, where name is one of: ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${await bench(process.argv.slice(3))}\n`);
}
