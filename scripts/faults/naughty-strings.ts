// Every hostile text in every text argument of the graph, over the samples: no 5xx, nothing unmasked.
import { fileURLToPath } from 'node:url';
import { connectDatabase, type Database } from '@codeset/database';
import { createGateway } from '@codeset/gateway';
import { naughtyStrings as sweep, type SweepSummary } from '@codeset/gateway/sweep';
import { hostileStrings } from '@codeset/gateway/sweep/hostile-strings';
import { loadMap, loadRelease } from '@codeset/ingestion';
import { ingestionServiceOf, mapServices } from '@codeset/operator';
import { startScratchServer } from '../scratch-server.ts';
import type { ScenarioOutcome } from './scenario.ts';

/** Values that lead to objects of the samples. */
const known = {
  codeSystem: 'icd-10-cm',
  version: '2027',
  from: '2026',
  to: '2027',
  code: 'E11.9',
  codes: ['E11.9'],
  text: 'diabetes',
};
const ofIcd11 = {
  ...known,
  codeSystem: 'icd-11-mms',
  version: '2027-01',
  from: '2026-01',
  to: '2027-01',
  code: '5A11',
};

/** Loads the samples into a scratch database, sweeps a gateway over it, and gives what came of it. */
export async function naughtyStrings(note: (line: string) => void = () => undefined): Promise<SweepSummary> {
  const server = await startScratchServer();
  try {
    await server.createEmpty('samples');
    const conceptMap = await server.use('samples', loadSamples);
    const reader = connectDatabase({
      url: server.url('samples'),
      applicationName: 'codeset sweep',
      role: 'codeset_reader',
    });
    const gateway = createGateway({ database: reader, clock: () => new Date('2027-01-15T12:00:00Z') });
    const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
    const map = {
      conceptMap: conceptMap.id,
      'conceptMap.id': conceptMap.id,
      'ConceptMap.release.version': conceptMap.versions.at(-1),
      'compareMaps.from': conceptMap.versions[0],
      'compareMaps.to': conceptMap.versions.at(-1),
      'translate.from': conceptMap.source,
      'translate.to': conceptMap.target,
    };
    const summary = await sweep({
      url: `${listening.url}/graphql`,
      known: [
        { ...known, ...map },
        { ...ofIcd11, ...map },
      ],
      textsFor: () => hostileStrings,
      onArgument: note,
    });
    await listening.close();
    await reader.end({ timeout: 1 });
    return summary;
  } finally {
    await server.stop();
  }
}

/** Loads all samples; gives the map of which there are most releases. */
async function loadSamples(sql: Database) {
  const environment = {
    sql,
    observer: { step: () => undefined, progress: () => undefined },
    clock: () => performance.now(),
  };
  for (const codeSystem of ['icd-10-cm', 'hcpcs', 'icd-11-mms']) {
    const service = ingestionServiceOf(codeSystem);
    for (const { version, folder } of service.samples) {
      await loadRelease({ service, version, paths: [fileURLToPath(folder)], sample: true }, environment);
    }
  }
  const maps = [...mapServices].sort((a, b) => b.samples.length - a.samples.length);
  for (const service of maps) {
    for (const { version, folder } of service.samples) {
      await loadMap({ service, version, paths: [fileURLToPath(folder)], sample: true }, environment);
    }
  }
  const { definition, samples = [] } = maps[0] ?? {};
  return {
    id: definition?.id ?? '',
    source: definition?.sourceCodeSystem ?? '',
    target: definition?.targetCodeSystem ?? '',
    versions: samples.map(({ version }) => version),
  };
}

/** The scenario naughty-strings of `pnpm test:faults`. */
export async function sweepScenario(): Promise<ScenarioOutcome> {
  const begun = performance.now();
  const summary = await naughtyStrings((line) => process.stderr.write(`${line}\n`));
  const { arguments: swept, unreached, requests, statuses, failures } = summary;
  const seconds = Math.round((performance.now() - begun) / 1000);
  const text = [
    `${swept.length} text arguments, ${hostileStrings.length} texts each: ${requests} requests in ${seconds} s, statuses ${JSON.stringify(statuses)}`,
    `not reached with data: ${unreached.join(', ') || 'none'}`,
    ...failures.map((failure) => JSON.stringify(failure)),
  ].join('\n');
  return { good: failures.length === 0 && unreached.length === 0, text };
}
