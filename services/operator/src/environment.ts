// The environment variables of the `codeset` command: read here, checked all at once.
// Not all of the gateway, which most commands have no use for.
import { type ReadLimits, readLimits } from '@codeset/gateway/read-limits';
import { gatewayVariables, logLevel } from '@codeset/gateway/settings';
import { CodesetError } from '@codeset/terminology';
import { z } from 'zod';

const environmentShape = z.object({
  ...gatewayVariables,
  CODESET_HOME: z.string().min(1, 'must not be empty').optional(),
  LOG_LEVEL: logLevel.optional(),
});

/** What the operator's programs take from the environment. */
export interface Environment extends z.infer<typeof environmentShape> {
  /** The limits of the gateway, each from its own LIMIT_ variable. */
  readonly limits: ReadLimits['limits'];
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
