// Traces of requests and their statements, sent to an OpenTelemetry collector; nothing of it is loaded without one.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReadObserver } from '@codeset/database/read';
import type { Span } from '@opentelemetry/api';

export interface Tracing {
  /** Answers a request within a span, which continues the caller's trace where `traceparent` names one. */
  readonly around: (request: IncomingMessage, response: ServerResponse, answer: () => void) => void;
  /** A span for each statement, below that of its request. */
  readonly reads: ReadObserver;
  /** Sends what is left, within two seconds. */
  close(): Promise<void>;
}

/** Sends traces to the collector at this address, `/v1/traces` below it, under this name of the service. */
export async function startTracing(endpoint: string, serviceName: string): Promise<Tracing> {
  const [api, core, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('codeset');
  const propagator = new core.W3CTraceContextPropagator();
  const current = new AsyncLocalStorage<Span>();
  return {
    around(request, response, answer) {
      const caller = propagator.extract(ROOT_CONTEXT, request.headers, api.defaultTextMapGetter);
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const attributes = { 'http.request.method': request.method ?? '', 'url.path': path };
      const span = tracer.startSpan(
        `${request.method} ${path}`,
        { kind: SpanKind.SERVER, attributes },
        caller,
      );
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode);
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      current.run(span, answer);
    },
    reads: {
      statement(question) {
        const request = current.getStore();
        const context = request ? trace.setSpan(ROOT_CONTEXT, request) : ROOT_CONTEXT;
        const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': question };
        const span = tracer.startSpan(question, { kind: SpanKind.CLIENT, attributes }, context);
        return (error) => {
          if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
          span.end();
        };
      },
    },
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, 2_000).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}
