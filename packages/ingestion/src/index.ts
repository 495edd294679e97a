// The pipeline that every code system's release goes through, and what an ingestion service supplies for it.
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
export { type LoadEnvironment, type LoadRequest, loadRelease } from './load-release.ts';
export type { LoadObserver, LoadOutcome, LoadReport, LoadStep } from './load-report.ts';
export { missingRoles, recogniseFiles } from './recognise-files.ts';
