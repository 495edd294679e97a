// What tests use: databases of their own, and made-up releases to put into them.
export { aMapping, buildMap, type MapToBuild } from './build-map.ts';
export { buildRelease, type ReleaseToBuild } from './build-release.ts';
export { heldNormalized } from './held-normalized.ts';
export { lineCodeSystem } from './line-code-system.ts';
export { lineMap, smallMap } from './line-map.ts';
export { type Mutant, mutateBytes, type Random } from './mutate-bytes.ts';
export { randomIndex } from './random-index.ts';
export { randomOf, randomRelease } from './random-release.ts';
export { release2025, release2026, release2027, smallCodeSystem } from './small-code-system.ts';
export { type SmallDatabase, smallDatabase } from './small-database.ts';
export { hcpcs2017, hcpcs2018, hcpcs2018April, smallHcpcs } from './small-hcpcs.ts';
export { icd11Draft, icd11Of2018, icd11Of2024, smallIcd11 } from './small-icd-11.ts';
export {
  copyOfDatabase,
  emptyDatabase,
  onServer,
  type TestServer,
  type ThrowAwayDatabase,
  throwAwayDatabase,
  withDatabase,
} from './throw-away-database.ts';
