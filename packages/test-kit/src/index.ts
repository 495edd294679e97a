// What tests use: databases of their own.
export { buildRelease, type ReleaseToBuild } from './build-release.ts';
export { lineCodeSystem } from './line-code-system.ts';
export { release2025, release2026, release2027, smallCodeSystem } from './small-code-system.ts';
export { type SmallDatabase, smallDatabase } from './small-database.ts';
export {
  emptyDatabase,
  onServer,
  type TestServer,
  type ThrowAwayDatabase,
  throwAwayDatabase,
  withDatabase,
} from './throw-away-database.ts';
