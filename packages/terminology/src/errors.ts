// Every error made on purpose: its code, who can act on it, and how it reads.

/** Who can do something about it. */
export type Actor = 'client' | 'operator' | 'developer';

/** Process exit codes: 0 done, 1 refused by checks or content, 2 wrong usage, 3 environment. */
export type ExitCode = 1 | 2 | 3;

interface ErrorEntry {
  readonly actor: Actor;
  readonly exitCode: ExitCode;
  /** HTTP status where a gateway answers with it. */
  readonly httpStatus: number;
  /** When it is raised, in one sentence. */
  readonly meaning: string;
}

/** The catalogue: one entry for each code that a CodesetError can carry. */
export const errorCatalogue = {
  USAGE: {
    actor: 'operator',
    exitCode: 2,
    httpStatus: 400,
    meaning: 'A command was called with words or options that it does not have.',
  },
  BAD_REQUEST: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 400,
    meaning: 'A request or an argument is not of the form that is asked for.',
  },
  QUERY_TOO_EXPENSIVE: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 400,
    meaning: 'A query is deeper, wider or costlier, or takes longer, than the stated limits.',
  },
  PAYLOAD_TOO_LARGE: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 413,
    meaning: 'A request body is larger than the stated limit.',
  },
  URL_TOO_LONG: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 414,
    meaning: 'The URL of a request is longer than the stated limit.',
  },
  REQUEST_TIMEOUT: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 408,
    meaning: 'The body of a request did not come within the stated time.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 415,
    meaning: 'A POST body is not JSON.',
  },
  OPERATION_UNKNOWN: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 404,
    meaning: 'An operation was asked for by a hash that is not registered.',
  },
  CODE_SYSTEM_UNKNOWN: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 404,
    meaning: 'A code system was named that is not there.',
  },
  CONCEPT_MAP_UNKNOWN: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 404,
    meaning: 'A concept map was named of which no release is published.',
  },
  RELEASE_UNKNOWN: {
    actor: 'client',
    exitCode: 2,
    httpStatus: 404,
    meaning: 'A release was named, or asked for by date, that is not published.',
  },
  VERSION_INVALID: {
    actor: 'operator',
    exitCode: 2,
    httpStatus: 400,
    meaning: "A version label is not of the code system's form.",
  },
  FILE_REFUSED: {
    actor: 'operator',
    exitCode: 1,
    httpStatus: 400,
    meaning: 'A file is not what it must be: damaged, hostile, of another kind, or of another release.',
  },
  FILE_MISSING: {
    actor: 'operator',
    exitCode: 1,
    httpStatus: 400,
    meaning: 'A file that the release must have was not among those given.',
  },
  CHECKS_FAILED: {
    actor: 'operator',
    exitCode: 1,
    httpStatus: 400,
    meaning: 'The checks found errors; nothing was loaded.',
  },
  RELEASE_EXISTS: {
    actor: 'operator',
    exitCode: 1,
    httpStatus: 409,
    meaning: 'The version is already held, made from other files.',
  },
  RELEASE_STATUS: {
    actor: 'operator',
    exitCode: 1,
    httpStatus: 409,
    meaning: 'The release is not in the status that the command needs.',
  },
  DIGEST_MISMATCH: {
    actor: 'operator',
    exitCode: 1,
    httpStatus: 409,
    meaning: 'A stored release is no longer what was published.',
  },
  DATABASE_UNAVAILABLE: {
    actor: 'operator',
    exitCode: 3,
    httpStatus: 503,
    meaning: 'The database cannot be reached, is too old, or went away.',
  },
  DATABASE_NOT_MIGRATED: {
    actor: 'operator',
    exitCode: 3,
    httpStatus: 503,
    meaning: 'The database is not at the state of migrations that the program needs.',
  },
  ENVIRONMENT: {
    actor: 'operator',
    exitCode: 3,
    httpStatus: 500,
    meaning: 'A setting, a folder or a platform is not as needed.',
  },
  INTERNAL: {
    actor: 'developer',
    exitCode: 3,
    httpStatus: 500,
    meaning: 'Something that was not foreseen; masked for clients, with a request id.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** An error made on purpose; the message says what was wrong, where, and what to do. */
export class CodesetError extends Error {
  override readonly name = 'CodesetError';
  readonly code: ErrorCode;
  /** Facts for programs, such as the limit and the value found. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  get exitCode(): ExitCode {
    return errorCatalogue[this.code].exitCode;
  }

  get httpStatus(): number {
    return errorCatalogue[this.code].httpStatus;
  }
}
