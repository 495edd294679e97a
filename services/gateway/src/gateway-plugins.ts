// The plugins of the gateway, in the order in which they act on a request.
import type { SteadyReader } from '@codeset/database/read';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { GatewayContext, GatewayParts } from './context.ts';
import { inOneHook } from './http/one-hook.ts';
import { useAnswerShape } from './http/use-answer-shape.ts';
import { useCacheHeaders } from './http/use-cache-headers.ts';
import { useCompiledQueries } from './http/use-compiled-queries.ts';
import { useOutcome } from './http/use-outcome.ts';
import { usePages } from './http/use-pages.ts';
import { type Draining, useReadiness } from './http/use-readiness.ts';
import { useRegistered } from './http/use-registered.ts';
import { useRequestForm } from './http/use-request-form.ts';
import { useRequestId } from './http/use-request-id.ts';
import { type LogAnswer, useRequestLog } from './http/use-request-log.ts';
import { useDocumentLimits } from './limits/use-document-limits.ts';
import { useQueryLimits } from './limits/use-query-limits.ts';
import { useRequestTime } from './limits/use-request-time.ts';
import type { Registered } from './persisted-operations.ts';
import { printGatewaySchema } from './print-schema.ts';

/** What plugins need besides the parts. */
export interface PluginParts {
  readonly steady: SteadyReader;
  readonly draining: Draining;
  readonly log: Logger;
  readonly logAnswer: LogAnswer;
  readonly compileFrom: number | undefined;
  readonly registered: Registered | null;
}

/** In the order in which they act on a request. */
export function gatewayPlugins(
  { reader, limits, clock }: GatewayParts,
  { steady, draining, log, logAnswer, compileFrom, registered }: PluginParts,
): Plugin[] {
  return [
    useRequestId(clock),
    useCacheHeaders(),
    useRequestLog(logAnswer),
    useReadiness(steady, draining, log),
    usePages(printGatewaySchema()),
    useRequestForm(limits),
    ...(registered === null ? [] : [useRegistered(registered)]),
    useOutcome(),
    useDocumentLimits(limits),
    ...aroundExecution([
      useAnswerShape(log),
      useQueryLimits(limits),
      useCompiledQueries(compileFrom),
      useRequestTime(limits, reader),
    ] as Plugin<GatewayContext>[]),
  ] as Plugin[];
}

/** Their hooks around execution together as one, their other hooks as they are. */
function aroundExecution(plugins: readonly Plugin<GatewayContext>[]): Plugin<GatewayContext>[] {
  return [...plugins.map(({ onExecute: _onExecute, ...others }) => others), inOneHook(plugins)];
}
