// Releases against those already held: entities keep their identity when codes change, codes are not given away.
import { heldNormalized } from '@codeset/test-kit';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles } from './source-file-in-memory.ts';

const silent = () => undefined;
const before = await normalize(await sampleFiles('2026-01'), releaseName('2026-01'), silent);
const release = await normalize(await sampleFiles('2027-01'), releaseName('2027-01'), silent);

describe('check', () => {
  it('counts the entities that have another code than in the release before', async () => {
    const findings = await check(release, [], heldNormalized(definition, [before, release]), silent);
    expect(findings).toEqual([
      {
        severity: 'info',
        rule: 'entity-recoded',
        message: '2 entities have another code than in 2026-01: 1A20 → 1A12.0, 1B01 → 1B05',
        where: null,
      },
    ]);
    expect(await check(before, [], heldNormalized(definition, [release]), silent)).toEqual([]);
  });

  it('warns of a code that stood for another entity', async () => {
    const given = release.concepts.map((concept) =>
      concept.code === '1B05' ? { ...concept, code: '1B01', key: '9000000077' } : concept,
    );
    const findings = await check(
      { ...release, concepts: given },
      [],
      heldNormalized(definition, [before]),
      silent,
    );
    expect(findings).toContainEqual({
      severity: 'warning',
      rule: 'code-reused',
      message: '1B01 stands for the entity 9000000077, and stood for 9000000016 in 2026-01.',
      where: '1B01',
    });
  });
});
