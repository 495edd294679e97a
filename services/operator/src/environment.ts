// The environment variables of the `codeset` command: read here, checked all at once.
import { type Limits, readLimits } from '@codeset/gateway';
import { CodesetError } from '@codeset/terminology';
import { z } from 'zod';

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .optional();

const portOrOff = z.union([z.literal('off'), z.coerce.number().int().min(0).max(65_535)], {
  error: 'must be a port from 0 to 65535, or off',
});

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

const environmentShape = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_READ_URL: databaseUrl,
  CODESET_HOME: z.string().min(1, 'must not be empty').optional(),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  POOL_SIZE: z.coerce.number().int().min(1).max(500).default(10),
  WAIT_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  CACHE_MB: z.coerce.number().int().min(8).max(65_536).default(160),
  PERSISTED_OPERATIONS: z.string().optional(),
  PERSISTED_ONLY: z.stringbool().default(false),
  METRICS_PORT: z.optional(portOrOff),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.optional(httpUrl),
  DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
});

/** What the operator's programs take from the environment. */
export interface Environment extends z.infer<typeof environmentShape> {
  /** The limits of the gateway, each from its own LIMIT_ variable. */
  readonly limits: Limits;
}

/** Throws ENVIRONMENT with every variable that is not as it must be. An empty variable counts as unset. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = environmentShape.safeParse(given);
  const { limits, problems: ofLimits } = readLimits(variables);
  if (read.success && ofLimits.length === 0) return { ...read.data, limits };
  const issues = read.error?.issues ?? [];
  const problems = [...issues.map(({ path, message }) => `${path.join('.')}: ${message}`), ...ofLimits];
  throw new CodesetError('ENVIRONMENT', `The environment is not as needed:\n  ${problems.join('\n  ')}`);
}
