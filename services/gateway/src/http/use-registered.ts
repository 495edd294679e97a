// Takes registered operations by their sha256, and others only where that is allowed. (Yoga plugin)
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { CodesetError } from '@codeset/terminology';
import type { Plugin } from 'graphql-yoga';
import type { Registered } from '../persisted-operations.ts';

export function useRegistered({ operations, only }: Registered): Plugin {
  return usePersistedOperations({
    getPersistedOperation: (key) => operations.get(key) ?? null,
    allowArbitraryOperations: !only,
    customErrors: {
      notFound: () =>
        new CodesetError('OPERATION_UNKNOWN', 'There is no registered operation of this sha256Hash.'),
      keyNotFound: () =>
        new CodesetError(
          'BAD_REQUEST',
          `Send ${only ? '' : '`query`, or '}${byHash} of a registered operation.`,
        ),
      persistedQueryOnly: () =>
        new CodesetError(
          'BAD_REQUEST',
          `Only registered operations run here: send ${byHash}, and no \`query\`.`,
        ),
    },
  }) as Plugin;
}

const byHash = '`extensions: {"persistedQuery": {"version": 1, "sha256Hash": …}}`';

/** The text of the operation that these extensions name; null where they name none, or say something else besides. */
export function registeredText(extensions: unknown, { operations }: Registered): string | null {
  const { persistedQuery, ...others } = (extensions ?? {}) as Readonly<Record<string, unknown>>;
  const { version, sha256Hash, ...more } = (persistedQuery ?? {}) as Readonly<Record<string, unknown>>;
  const plain = version === 1 && Object.keys(others).length + Object.keys(more).length === 0;
  return plain && typeof sha256Hash === 'string' ? (operations.get(sha256Hash) ?? null) : null;
}
