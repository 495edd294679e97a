// What is said of a code that a release lists as selectable: whether its own dates let it be used on a day.
import { type ConceptContent, effectiveStateOn, type PlainDate } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { ReleaseConcept } from '../pinned-release.ts';
import type { FoundCode, LookUpResult } from './look-up-result.ts';
import { type DefinedProperty, listConceptProperties } from './properties.ts';

/** Selectable, not yet, or no more. A code without dates of its own is selectable throughout. */
export async function lookUpSelectable(
  context: GatewayContext,
  found: FoundCode,
  content: ConceptContent,
): Promise<LookUpResult> {
  const { effectiveFrom, effectiveTo } = content;
  const state = effectiveStateOn(content, found.on);
  if (state === 'notYet' && effectiveFrom !== null) return notYetEffective(found, effectiveFrom);
  if (state === 'ended' && effectiveTo !== null) return await terminated(context, found, effectiveTo);
  const { version } = found.concept.release.row;
  const day = effectiveFrom === null && effectiveTo === null ? '' : ` on ${found.on}`;
  const message = `${nameOf(found.concept)} may be coded with in release ${version}${day}.`;
  return { type: 'SelectableCode', ...found, message };
}

function notYetEffective(found: FoundCode, effectiveFrom: PlainDate): LookUpResult {
  const { version } = found.concept.release.row;
  const message = `${nameOf(found.concept)} is in release ${version}, but may be coded with from ${effectiveFrom} on only, not on ${found.on}.`;
  return { type: 'NotYetEffectiveCode', ...found, effectiveFrom, message };
}

async function terminated(
  context: GatewayContext,
  found: FoundCode,
  effectiveTo: PlainDate,
): Promise<LookUpResult> {
  const { version } = found.concept.release.row;
  const related = await listConceptProperties(context, found.concept);
  const ended = `${nameOf(found.concept)} is in release ${version}, but was terminated: its last day was ${effectiveTo}, so it may not be coded with on ${found.on}.`;
  const message = [ended, ...related.map(relatedCode)].join(' ');
  return { type: 'TerminatedCode', ...found, effectiveTo, related, message };
}

function relatedCode({ property, definition }: DefinedProperty): string {
  return `${definition?.title ?? property.code}: ${property.value}.`;
}

function nameOf({ row }: ReleaseConcept): string {
  return row.code ?? row.key;
}
