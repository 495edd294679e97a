// What became of one code, as a program reads it: a line of ndjson, and a member of the JSON document.
import type { CarriedCode, CarriedStep, LineageEdge, ListedCode } from '@codeset/comparison';
import { evidenceOf } from './carried-words.ts';

/** Gives the record; releases go by their versions. */
export function carriedRecord({ asked, count, origin, status, into, decisions, notices, path }: CarriedCode) {
  return {
    given: asked,
    code: origin?.code ?? null,
    display: origin?.display ?? null,
    count,
    status,
    into: into.map(codeAndDisplay),
    decisions,
    notices,
    path: path.map(stepRecord),
    evidence: evidenceOf(path.flatMap(({ edges }) => edges)),
  };
}

/** Of a code only what results show. */
export function codeAndDisplay({ code, display }: ListedCode): Pick<ListedCode, 'code' | 'display'> {
  return { code, display };
}

function stepRecord({ before, after, code, became, reworded, edges }: CarriedStep) {
  return {
    before: before.version,
    after: after.version,
    code,
    became,
    reworded,
    edges: edges.map(edgeRecord),
  };
}

function edgeRecord({ source, sourceWith, target, relation, evidence }: LineageEdge) {
  return { source, sourceWith: sourceWith.map(({ text }) => text), target, relation, evidence };
}
