// The loader's side of the database: staging, checking, publishing, withdrawing and verifying releases.
export { type ChangeSummary, summarizeChanges } from './load/change-summary.ts';
export { checkStaged } from './load/check-staged.ts';
export { type CopyValue, copyRows, copyText, hexBytes, textArray } from './load/copy-rows.ts';
export type {
  HashedConcept,
  HashedIndexEntry,
  HashedRelease,
  LoadedFile,
} from './load/hashed-release.ts';
export { checkMappings, listHeldMappings } from './load/held-mappings.ts';
export {
  findHeldRelease,
  type HeldCodeRow,
  listHeldCodes,
  listHeldReleases,
  listNamedCodes,
  listNamedKeys,
  type NamedCodeRow,
  type ReleaseRow,
} from './load/held-releases.ts';
export { lockLoads } from './load/lock-loads.ts';
export { discardRelease, markChecked, publishRelease, withdrawRelease } from './load/release-status.ts';
export { createReleaseTables, finishReleaseTables, releaseTables } from './load/release-tables.ts';
export { findHeldDefinition, refreshDefinitions } from './load/save-definition.ts';
export { refreshMapDefinitions } from './load/save-map-definition.ts';
export { type DigestedMap, stageMap } from './load/stage-map.ts';
export { type ContentTally, type StagedRelease, type StepEnd, stageRelease } from './load/stage-release.ts';
export type { Verification } from './load/verification.ts';
export { verifyRelease } from './load/verify-release.ts';
