// How patient a steady reader is, and who is told what it does.

/** Times in milliseconds, and how many may wait. */
export interface Patience {
  /** How long a statement waits in all for a free connection; and how long an absence of the database is waited for. */
  readonly waitMs: number;
  /** Statements that may wait at once; one more is refused at once: neither memory nor what is to be made up for grows. */
  readonly waitingPerConnection: number;
  /** Between two looks at a database that is away. */
  readonly lookMs: number;
  /** A statement without an answer for this long makes us look whether the database answers at all. */
  readonly silenceMs: number;
  /** After this long without an answer the connection is taken for lost; longer than the role's statement timeout. */
  readonly lostMs: number;
}

export const defaultPatience: Patience = {
  waitMs: 5_000,
  waitingPerConnection: 20,
  lookMs: 200,
  silenceMs: 2_000,
  lostMs: 20_000,
};

/** Which database is meant: the one that readers are to use, or the one that stands in for it. */
export type SourceName = 'first' | 'fallback';

/** Told what the reader does; for figures, traces and the log. */
export interface ReadObserver {
  /** A statement begins, named by its question; calls what it gets back when it ends, with the error if it failed. */
  statement?(question: string): (error?: unknown) => void;
  /** A statement is asked again. */
  retried?(question: string): void;
  /** A statement is given up without an answer: too many wait, or it waited too long. */
  refused?(reason: 'full' | 'late'): void;
  /** The list of published releases was answered, of code systems or of maps, with so many. */
  listed?(question: string, releases: number): void;
  /** A database went away, or is there again. */
  changed?(source: SourceName, up: boolean, cause?: unknown): void;
}

/** How things stand now. */
export interface ReaderState {
  /** The database that answers; null when none does. */
  readonly serving: SourceName | null;
  readonly waiting: number;
  readonly underWay: number;
  /** Statements that may be under way at once, one a connection. */
  readonly size: number;
}
