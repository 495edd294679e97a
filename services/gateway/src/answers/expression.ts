// What a post-coordinated code string says: each part looked up, and what is wrong with it.
import {
  type CodeSystemDefinition,
  type ConceptContent,
  type ExpressionForm,
  type ExpressionStem as WrittenStem,
  parseExpression,
  writeExpression,
} from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import { beyondLimit } from '../limits/refuse.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { findConcept } from './find-concept.ts';

/** Where a part stands. */
export type PartRole = 'STEM' | 'EXTENSION';

/** One code of an expression. */
export interface ExpressionPart {
  /** As written, outer blanks gone; empty where a separator has nothing beside it. */
  readonly text: string;
  readonly role: PartRole;
  /** Null when the release has none of that code. */
  readonly concept: ReleaseConcept | null;
  /** What is wrong with it, in one sentence; null when nothing is. */
  readonly problem: string | null;
}

/** A stem with its extensions. */
export interface ExpressionStem {
  readonly stem: ExpressionPart;
  readonly extensions: readonly ExpressionPart[];
}

/** A post-coordinated code string taken apart. */
export interface Expression {
  readonly text: string;
  /** Written with the codes as they are published; null when a part is unknown. */
  readonly canonical: string | null;
  readonly stems: readonly ExpressionStem[];
  /** Of all parts, in their order. */
  readonly problems: readonly string[];
}

/**
 * Reads the text as an expression of the release's code system; null when its codes are not combined.
 * QUERY_TOO_EXPENSIVE, before any part is looked up, when it has more parts than the limit.
 */
export async function readExpression(
  context: GatewayContext,
  release: PinnedRelease,
  text: string,
): Promise<Expression | null> {
  const system = await context.releases.findCodeSystem(release.row.codeSystem);
  const form = system?.expressions;
  if (!system || !form) return null;
  const written = parseExpression(text, form);
  boundParts(context, written);
  const reading = { context, release, system, form };
  const stems = await Promise.all(written.map((stem) => readStem(reading, stem)));
  const parts = stems.flatMap(({ stem, extensions }) => [stem, ...extensions]);
  return {
    text,
    canonical: parts.every(({ concept }) => concept) ? writeCanonical(stems, form) : null,
    stems,
    problems: parts.flatMap(({ problem }) => problem ?? []),
  };
}

interface Reading {
  readonly context: GatewayContext;
  readonly release: PinnedRelease;
  readonly system: CodeSystemDefinition;
  readonly form: ExpressionForm;
}

function boundParts({ limits }: GatewayContext, written: readonly WrittenStem[]): void {
  const count = written.reduce((sum, { extensions }) => sum + 1 + extensions.length, 0);
  if (count <= limits.expressionParts) return;
  throw beyondLimit('expressionParts', limits, count, 'Ask for its stems one by one.');
}

async function readStem(reading: Reading, { stem, extensions }: WrittenStem): Promise<ExpressionStem> {
  const [first, ...rest] = await Promise.all([
    readPart(reading, stem, 'STEM'),
    ...extensions.map((extension) => readPart(reading, extension, 'EXTENSION')),
  ]);
  return { stem: first, extensions: rest };
}

async function readPart(reading: Reading, text: string, role: PartRole): Promise<ExpressionPart> {
  const { context, release, form } = reading;
  if (text === '') return { text, role, concept: null, problem: missing(form) };
  const concept = await findConcept(context, release, text);
  if (!concept) {
    return { text, role, concept, problem: `${text} is not in release ${release.row.version}.` };
  }
  const content = await context.loaders.contents.load(concept.row.contentId);
  return { text, role, concept, problem: problemOf(reading, concept, content, role) };
}

function missing({ stemSeparator, extensionSeparator }: ExpressionForm): string {
  return `A code is missing: there is none before or after a “${stemSeparator}” or “${extensionSeparator}”, or none at all.`;
}

function problemOf(
  { system, form, release }: Reading,
  { row }: ReleaseConcept,
  { kind, selectable }: ConceptContent,
  role: PartRole,
): string | null {
  const name = row.code ?? row.key;
  const kinds = role === 'STEM' ? form.stemKinds : form.extensionKinds;
  if (kinds.includes(kind)) {
    return selectable ? null : `${name} may not be coded with in release ${release.row.version}.`;
  }
  const title = system.kinds.find(({ code }) => code === kind)?.title ?? kind;
  const place =
    role === 'STEM'
      ? 'where a stem is expected'
      : `after “${form.extensionSeparator}”, where an extension is expected`;
  return `${name} (${title}) stands ${place}.`;
}

function writeCanonical(stems: readonly ExpressionStem[], form: ExpressionForm): string {
  const codeOf = ({ concept, text }: ExpressionPart) => concept?.row.code ?? text;
  const coded = stems.map(({ stem, extensions }) => ({
    stem: codeOf(stem),
    extensions: extensions.map(codeOf),
  }));
  return writeExpression(coded, form);
}
