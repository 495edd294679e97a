// A scenario of `pnpm test:faults`, and what it comes to.

export interface ScenarioOutcome {
  /** Whether everything was as it must be. */
  readonly good: boolean;
  /** The figures, for a person to read. */
  readonly text: string;
}

/** Runs with the words that follow its name on the command line. */
export type Scenario = (words: readonly string[]) => Promise<ScenarioOutcome>;
