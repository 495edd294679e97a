// How an ingestion service refuses a file: what its parsers collect, and what the readers of source files throw.
export { CollectedProblems } from './collected-problems.ts';
export { type LineProblem, LineProblems } from './line-problems.ts';
export { refusingSourceFiles } from './refuse-source-file.ts';
