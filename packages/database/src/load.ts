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
export {
  findHeldRelease,
  type HeldCodeRow,
  listHeldCodes,
  listHeldReleases,
  type ReleaseRow,
} from './load/held-releases.ts';
export { lockLoads } from './load/lock-loads.ts';
export { discardRelease, markChecked, publishRelease, withdrawRelease } from './load/release-status.ts';
export { createReleaseTables, finishReleaseTables, releaseTables } from './load/release-tables.ts';
export { refreshDefinitions } from './load/save-definition.ts';
export { type ContentTally, type StagedRelease, type StepEnd, stageRelease } from './load/stage-release.ts';
export { type Verification, verifyRelease } from './load/verify-release.ts';
