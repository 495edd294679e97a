// A whole map service for a made-up map of one line per mapping, so that the pipeline of maps can be tested.
import type { MapService } from '@codeset/ingestion';
import {
  CodesetError,
  type ConceptMapDefinition,
  type MappedVersions,
  type Mapping,
  type MappingRelationship,
  type MentionedConcept,
  type ReleaseName,
} from '@codeset/terminology';

/** From codes of the small code system to codes of the same. */
export const smallMap: ConceptMapDefinition = {
  id: 'small-map',
  title: 'Small map',
  publisher: 'Made up for tests',
  licence: 'None.',
  attribution: 'Made up; show this.',
  sourceCodeSystem: 'icd-10-cm',
  targetCodeSystem: 'icd-10-cm',
  purpose: 'Stands for a map in tests.',
  versionForm: 'A year.',
  properties: [{ code: 'remark', title: 'Remark', description: 'What stands after the relationship.' }],
};

/**
 * Files begin with the line `map <version>`; then `source|target|relationship|remark`, where the source may be `A-B`, a
 * range, or `A+B`, both together, and either side may be empty. `mention <side> <key> <title>` says something of a
 * concept, `between <source> <target>` of which releases it is. `refuse` makes a check fail.
 */
export const lineMap: MapService = {
  definition: smallMap,
  samples: [],
  requiredRoles: [['mappings']],
  releaseName,
  async recognise(file) {
    const text = (await file.read()).toString('utf8');
    return text.startsWith('map ')
      ? { role: 'mappings', remark: 'a list of mappings' }
      : { role: null, remark: 'not a list of mappings' };
  },
  async normalize(files, name) {
    const [file] = files;
    const [header = '', ...lines] = file ? (await file.file.read()).toString('utf8').split('\n') : [];
    if (header !== `map ${name.version}`)
      throw new CodesetError(
        'FILE_REFUSED',
        `${file?.file.name}:1: found ${header}, expected map ${name.version}.`,
      );
    const mappings = lines.filter((line) => line.includes('|')).map(mappingOf);
    const refusal = {
      severity: 'error',
      rule: 'made-to-fail',
      message: 'The file asks for it.',
      where: null,
    } as const;
    return {
      name,
      between: versionsIn(lines),
      mentions: lines.flatMap(mentionIn),
      mappings,
      sourceRecords: { lines: lines.length },
      findings: lines.includes('refuse') ? [refusal] : [],
    };
  },
  async check({ mappings }, _files, held) {
    const earlier = held.releases.at(-1);
    const before = earlier ? await held.listMappings(earlier.version) : [];
    const codeSystem = await held.codeSystem(smallMap.targetCodeSystem);
    const release = codeSystem.releases.at(-1);
    const codes = mappings.flatMap(({ targetCode }) => targetCode ?? []);
    const found = release ? await codeSystem.findCodes(release.version, codes) : new Map();
    const message = `${mappings.length} mappings after ${before.length}; ${found.size} targets held`;
    return [{ severity: 'info', rule: 'counted', message, where: null }];
  },
};

function releaseName(version: string): ReleaseName {
  if (!/^\d{4}$/.test(version)) throw new CodesetError('VERSION_INVALID', `${version} is not a year.`);
  return { version, effectiveFrom: `${version}-01-01`, scheduledTo: `${version}-12-31`, draft: false };
}

function mappingOf(line: string, at: number): Mapping {
  const [source = '', target = '', relationship = '', remark = ''] = line.split('|');
  const [first = '', second = null] = source.split(/[-+]/);
  const together = source.includes('+') && second !== null;
  return {
    sourceCode: first === '' ? null : first,
    sourceKey: null,
    sourceTo: together ? null : second,
    sourceBelow: false,
    sourceWith: together ? [{ text: second, from: second, to: null, below: false }] : [],
    targetCode: target === '' ? null : target,
    targetKey: null,
    relationship: relationship as MappingRelationship,
    properties: [{ code: 'remark', value: remark }],
    place: `line ${at + 2}`,
  };
}

function mentionIn(line: string): MentionedConcept[] {
  const [, side, key, title] = /^mention (source|target) (\S+) (.+)$/.exec(line) ?? [];
  if (side === undefined || key === undefined || title === undefined) return [];
  const unsaid = { kind: null, depthInKind: null, chapter: null };
  return [{ side: side === 'source' ? side : 'target', key, code: key, title, ...unsaid }];
}

function versionsIn(lines: readonly string[]): MappedVersions {
  const [, source = null, target = null] = lines.join('\n').match(/^between (\S+) (\S+)$/m) ?? [];
  return { source, target };
}
