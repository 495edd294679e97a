// What tests and scripts of the house use of the operator's programs.
export {
  ingestionServiceOf,
  ingestionServices,
  mapServices,
  publicationServiceOf,
} from './ingestion-services.ts';
export { type OpenDatabase, openDatabase } from './open-database.ts';
export type { Console } from './output.ts';
export { runCommandLine } from './run-command-line.ts';
