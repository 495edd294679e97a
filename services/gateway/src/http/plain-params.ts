// Which parameters are those of a plain question: a query, or the sha256 of a registered one, and nothing odd.
import type { Registered } from '../persisted-operations.ts';
import { registeredText } from './use-registered.ts';

/** The parameters of a plain question. */
export interface PlainParams {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly operationName: string | null;
}

/** The parameters; null where they are not plain, or cannot be read: what is wrong with them yoga finds again, and tells. */
export function plainParams(read: () => unknown, registered: Registered | null): PlainParams | null {
  const params = readable(read);
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return null;
  const {
    query,
    variables = null,
    operationName = null,
    extensions = null,
    ...others
  } = params as Record<string, unknown>;
  const text = operationText(query, extensions, registered);
  const plain =
    text !== null &&
    typeof variables === 'object' &&
    !Array.isArray(variables) &&
    (operationName === null || typeof operationName === 'string') &&
    Object.keys(others).length === 0;
  return plain ? { query: text, variables: variables as PlainParams['variables'], operationName } : null;
}

function readable(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

function operationText(query: unknown, extensions: unknown, registered: Registered | null): string | null {
  if (query === undefined) return registered === null ? null : registeredText(extensions, registered);
  if (registered?.only || extensions !== null) return null;
  return typeof query === 'string' ? query : null;
}
