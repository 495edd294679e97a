// The figures of one gateway, as Prometheus reads them; no label has more values than we know beforehand.
import type { ReaderState, ReadObserver } from '@codeset/database/read';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ImmutableCache } from '../immutable-cache.ts';
import type { RequestWatch } from '../listen.ts';
import { processFigures } from './process-figures.ts';

export interface Metrics {
  /** All figures as text. */
  text(): Promise<string>;
  /** The type of that text. */
  readonly contentType: string;
  /** Counts requests over HTTP from their head until their answer is through. */
  readonly watch: RequestWatch;
  /** Counts statements. */
  readonly reads: ReadObserver;
  /** Shows how the reader stands whenever the figures are read. */
  showReader(state: () => ReaderState): void;
  /** Shows these caches. */
  showCaches(caches: Readonly<Record<string, CacheFigures>>): void;
}

/** What is shown of a cache. */
export type CacheFigures = Pick<ImmutableCache<never, never>, 'entries' | 'bytes' | 'hits' | 'misses'>;

/** The paths that are served; any other is one. */
const kinds: Readonly<Record<string, string>> = {
  '/graphql': 'query',
  '/': 'page',
  '/schema.graphql': 'schema',
  '/ready': 'ready',
  '/live': 'live',
  '/metrics': 'metrics',
};

const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];
const statementBuckets = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];

/** Metrics of their own registry, so that two gateways of a process do not mix theirs. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  processFigures(registry);
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    watch: requestFigures(registers),
    reads: statementFigures(registers),
    showReader: (state) => readerFigures(registers, state),
    showCaches: (caches) => cacheFigures(registers, caches),
  };
}

function requestFigures(registers: Registry[]): RequestWatch {
  const labelNames = ['kind', 'status'] as const;
  const requests = new Counter({
    name: 'codeset_requests_total',
    help: 'Requests over HTTP that were answered, by kind and status.',
    labelNames,
    registers,
  });
  const cut = new Counter({
    name: 'codeset_requests_cut_total',
    help: 'Requests whose connection ended before their answer was through.',
    labelNames: ['kind'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'codeset_request_seconds',
    help: 'Seconds from the head of a request until its answer was through.',
    labelNames: ['kind'] as const,
    buckets: requestBuckets,
    registers,
  });
  let underWay = 0;
  new Gauge({
    name: 'codeset_requests_under_way',
    help: 'Requests that have come in and are not answered yet.',
    registers,
    collect() {
      this.set(underWay);
    },
  });
  // Looked up once for each: prom-client checks and joins the labels anew every time.
  const ofStatus = once((name) => requests.labels(...(name.split(' ') as [string, string])));
  const ofKind = once((kind) => seconds.labels(kind));
  return {
    begin({ url = '' }) {
      underWay += 1;
      return { began: performance.now(), kind: kindOf(url) };
    },
    end(response, { began, kind }) {
      underWay -= 1;
      if (!response.writableFinished) return cut.inc({ kind });
      ofStatus(`${kind} ${response.statusCode}`).inc();
      ofKind(kind).observe((performance.now() - began) / 1000);
    },
  };
}

function kindOf(url: string): string {
  const end = url.indexOf('?');
  return kinds[end < 0 ? url : url.slice(0, end)] ?? 'other';
}

/** Made once for each name; names have known values only. */
function once<Made>(make: (name: string) => Made): (name: string) => Made {
  const made = new Map<string, Made>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

function statementFigures(registers: Registry[]): ReadObserver {
  const seconds = new Histogram({
    name: 'codeset_statement_seconds',
    help: 'Seconds that the database took for a question, by question; waiting for a connection is not counted.',
    labelNames: ['question'] as const,
    buckets: statementBuckets,
    registers,
  });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  const failed = counter(
    'codeset_statements_failed_total',
    'Statements that failed, by question.',
    'question',
  );
  const retried = counter(
    'codeset_statements_retried_total',
    'Statements that were asked again.',
    'question',
  );
  const refused = counter(
    'codeset_statements_refused_total',
    'Statements given up without an answer: late (waited too long) or full (too many waited).',
    'reason',
  );
  const changes = counter(
    'codeset_database_changes_total',
    'How often a database went away or came back.',
    'database',
    'change',
  );
  const releases = new Gauge({
    name: 'codeset_published_releases',
    help: 'Published releases, as last listed.',
    labelNames: ['of'] as const,
    registers,
  });
  return {
    statement(question) {
      const began = performance.now();
      return (error) => {
        if (error !== undefined) failed.inc({ question });
        seconds.observe({ question }, (performance.now() - began) / 1000);
      };
    },
    retried: (question) => retried.inc({ question }),
    refused: (reason) => refused.inc({ reason }),
    changed: (database, up) => changes.inc({ database, change: up ? 'back' : 'away' }),
    listed: (question, count) =>
      releases.set({ of: question === 'listPublishedMaps' ? 'maps' : 'code systems' }, count),
  };
}

function readerFigures(registers: Registry[], state: () => ReaderState): void {
  const show = (name: string, help: string, value: (state: ReaderState) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value(state()));
      },
    });
  show('codeset_pool_size', 'Connections that may be in use at once.', ({ size }) => size);
  show('codeset_pool_used', 'Statements under way, one a connection.', ({ underWay }) => underWay);
  show(
    'codeset_pool_waiting',
    'Statements that wait for a connection or a database.',
    ({ waiting }) => waiting,
  );
  show('codeset_database_up', '1 when a database answers, 0 when none does.', ({ serving }) =>
    Number(serving !== null),
  );
  show('codeset_database_fallback', '1 while the fallback serves.', ({ serving }) =>
    Number(serving === 'fallback'),
  );
}

function cacheFigures(registers: Registry[], caches: Readonly<Record<string, CacheFigures>>): void {
  const show = (figure: keyof CacheFigures, name: string, help: string) =>
    new Gauge({
      name,
      help,
      labelNames: ['cache'] as const,
      registers,
      collect() {
        for (const [cache, figures] of Object.entries(caches)) this.set({ cache }, figures[figure]);
      },
    });
  show('entries', 'codeset_cache_entries', 'Entries that a cache holds.');
  show('bytes', 'codeset_cache_bytes', 'Bytes that a cache holds, by estimate.');
  show('hits', 'codeset_cache_hits', 'How often a cache had what it was asked for, since the start.');
  show('misses', 'codeset_cache_misses', 'How often a cache had not what it was asked for, since the start.');
}
