// The environment variables of the gateway: read here, checked all at once.
import { CodesetError } from '@codeset/terminology';
import { z } from 'zod';
import { defaultCacheBytes } from './cache-shares.ts';
import type { Limits } from './limits/limits.ts';
import { readLimits } from './limits/read-limits.ts';

const mebibyte = 1024 * 1024;

const portOrOff = z.union([z.literal('off'), z.coerce.number().int().min(0).max(65_535)], {
  error: 'must be a port from 0 to 65535, or off',
});

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

/** A database's address; what the driver makes of the rest it says itself. */
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .optional();

/** Releases are published and days pass: how often it looks what is in force, where it prepares searching that. */
export const searchableEveryMs = 10_000;

/** The variables of a gateway, in whichever program it runs. */
export const gatewayVariables = {
  DATABASE_READ_URL: databaseUrl,
  DATABASE_URL: databaseUrl,
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  POOL_SIZE: z.coerce.number().int().min(1).max(500).default(10),
  WAIT_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  CACHE_MB: z.coerce
    .number()
    .int()
    .min(8)
    .max(65_536)
    .default(defaultCacheBytes / mebibyte),
  PREPARE_SEARCH: z.stringbool().default(true),
  PERSISTED_OPERATIONS: z.string().optional(),
  PERSISTED_ONLY: z.stringbool().default(false),
  METRICS_PORT: z.optional(portOrOff),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.optional(httpUrl),
  OTEL_SERVICE_NAME: z.string().default('codeset-gateway'),
  DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(0),
};

/** How much is logged. */
export const logLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);

const settingsShape = z
  .object({
    ...gatewayVariables,
    LOG_LEVEL: logLevel.default('info'),
  })
  .refine((given) => given.DATABASE_READ_URL !== undefined || given.DATABASE_URL !== undefined, {
    path: ['DATABASE_READ_URL'],
    message: 'is needed (or DATABASE_URL): the database to read from',
  });

/** What the gateway takes from the environment. */
export interface Settings {
  /** DATABASE_READ_URL, or DATABASE_URL where that is not set. */
  readonly databaseUrl: string;
  /** DATABASE_URL, where DATABASE_READ_URL is another: read from while that is away. */
  readonly fallbackUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Connections to the database at once. */
  readonly poolSize: number;
  /** Milliseconds that a statement waits for a free connection or for a database that is away. */
  readonly waitMs: number;
  /** Bytes that are kept of what releases say, by estimate. */
  readonly cacheBytes: number;
  /** Milliseconds between two looks whether what is in force can be searched at once; undefined: never. */
  readonly searchableEveryMs: number | undefined;
  /** A file of registered operations; undefined without one. */
  readonly persistedFile: string | undefined;
  /** Whether registered operations are the only ones. */
  readonly persistedOnly: boolean;
  /** Where the figures are served: a port of their own, nowhere, or (undefined) beside the queries. */
  readonly metricsPort: number | 'off' | undefined;
  /** The OpenTelemetry collector that traces are sent to; no traces without one. */
  readonly tracesTo: string | undefined;
  /** What they call this gateway. */
  readonly tracedAs: string;
  /** Milliseconds between “not ready” and closing. */
  readonly drainMs: number;
  readonly logLevel: string;
  /** Each from its own variable, LIMIT_PAGE_SIZE for `pageSize`; those of `defaultLimits` where unset. */
  readonly limits: Limits;
}

/** Throws ENVIRONMENT with every variable that is not as it must be. An empty variable counts as unset. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = settingsShape.safeParse(given);
  const { limits, problems: ofLimits } = readLimits(variables);
  if (!read.success || ofLimits.length > 0) {
    const issues = read.error?.issues ?? [];
    const problems = [...issues.map(({ path, message }) => `${path.join('.')}: ${message}`), ...ofLimits];
    throw new CodesetError('ENVIRONMENT', `The environment is not as needed:\n  ${problems.join('\n  ')}`);
  }
  const {
    DATABASE_READ_URL,
    DATABASE_URL,
    HOST,
    PORT,
    POOL_SIZE,
    WAIT_MS,
    METRICS_PORT,
    DRAIN_MS,
    LOG_LEVEL,
  } = read.data;
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME } = read.data;
  const { CACHE_MB, PREPARE_SEARCH, PERSISTED_OPERATIONS, PERSISTED_ONLY } = read.data;
  return {
    databaseUrl: DATABASE_READ_URL ?? DATABASE_URL ?? '',
    fallbackUrl: DATABASE_READ_URL === DATABASE_URL ? undefined : DATABASE_READ_URL && DATABASE_URL,
    host: HOST,
    port: PORT,
    poolSize: POOL_SIZE,
    waitMs: WAIT_MS,
    cacheBytes: CACHE_MB * mebibyte,
    searchableEveryMs: PREPARE_SEARCH ? searchableEveryMs : undefined,
    persistedFile: PERSISTED_OPERATIONS,
    persistedOnly: PERSISTED_ONLY,
    metricsPort: METRICS_PORT,
    tracesTo: OTEL_EXPORTER_OTLP_ENDPOINT,
    tracedAs: OTEL_SERVICE_NAME,
    drainMs: DRAIN_MS,
    logLevel: LOG_LEVEL,
    limits,
  };
}
