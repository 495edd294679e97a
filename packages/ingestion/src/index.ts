// The pipeline that every code system's release goes through, and what an ingestion service supplies for it.
export { countMap } from './count-map.ts';
export { countRelease } from './count-release.ts';
export { hashRelease } from './hash-release.ts';
export type {
  FileCoverage,
  HeldCode,
  HeldRelease,
  HeldReleases,
  IngestionService,
  Progress,
  Recognition,
  RecognisedFile,
  SampleRelease,
} from './ingestion-service.ts';
export { loadMap } from './load-map.ts';
export { type LoadEnvironment, type LoadRequest, loadRelease } from './load-release.ts';
export type {
  LoadObserver,
  LoadOutcome,
  LoadReport,
  LoadReportBase,
  LoadStep,
  MapChangeSummary,
  MapLoadReport,
} from './load-report.ts';
export type { HeldCodeSystem, HeldForMap, MapService, NamedCode, NamedKey } from './map-service.ts';
export { missingRoles, recogniseFiles } from './recognise-files.ts';
export { type ReleaseReconciliation, reconcileRelease } from './reconcile-release.ts';
