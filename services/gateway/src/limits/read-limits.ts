// The limits as the environment sets them: LIMIT_PAGE_SIZE=200 is the limit `pageSize`.
import { limitRanges } from './limit-ranges.ts';
import { defaultLimits, type Limits } from './limits.ts';

/** The limits that the environment asks for, with one sentence for each variable that is not as it must be. */
export interface ReadLimits {
  readonly limits: Limits;
  readonly problems: readonly string[];
}

/** The variable that sets a limit. */
export function limitVariable(limit: string): string {
  return `LIMIT_${limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Reads every LIMIT_ variable; one that sets nothing is a problem too, since it would be believed to. */
export function readLimits(variables: Readonly<Record<string, string | undefined>>): ReadLimits {
  const limits: Record<string, number> = { ...defaultLimits };
  const problems: string[] = [];
  const names = new Map(Object.keys(defaultLimits).map((limit) => [limitVariable(limit), limit] as const));
  for (const [variable, text] of Object.entries(variables)) {
    if (!variable.startsWith('LIMIT_') || text === undefined || text === '') continue;
    const limit = names.get(variable);
    if (limit === undefined)
      problems.push(`${variable}: sets no limit. There are: ${[...names.keys()].join(', ')}`);
    else if (isWithin(limit, text)) limits[limit] = Number(text);
    else problems.push(`${variable}: must be ${rangeOf(limit)}, found ${text}`);
  }
  return { limits: { ...defaultLimits, ...limits }, problems };
}

function isWithin(limit: string, text: string): boolean {
  const [least, most] = limitRanges[limit as keyof Limits];
  return /^\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function rangeOf(limit: string): string {
  const [least, most] = limitRanges[limit as keyof Limits];
  return `a whole number from ${least} to ${most}`;
}
