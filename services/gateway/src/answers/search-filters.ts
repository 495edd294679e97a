// The filters of a search that a release must be asked about: a subtree, and properties.
import { type CodeSystemDefinition, CodesetError, type PropertyDefinition } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import { beyondLimit } from '../limits/refuse.ts';
import type { PinnedRelease } from '../pinned-release.ts';
import { findConcept } from './find-concept.ts';

/** A property that concepts must have, as a client writes it. */
export interface AskedProperty {
  readonly code: string;
  readonly value: string;
}

/** BAD_REQUEST for a kind that none of the releases' code systems has: nothing found would be read as “there is none”. */
export async function refuseUnknownKinds(
  { releases }: GatewayContext,
  asked: readonly PinnedRelease[],
  kinds: readonly string[] | null,
): Promise<void> {
  if (kinds === null) return;
  const there = new Set<string>();
  for (const { row } of asked) {
    const definition = await releases.findCodeSystem(row.codeSystem);
    for (const { code } of definition?.kinds ?? []) there.add(code);
  }
  const unknown = kinds.find((kind) => !there.has(kind));
  if (unknown === undefined) return;
  throw new CodesetError(
    'BAD_REQUEST',
    `There is no kind \`${unknown}\`. There are: ${[...there].join(', ')}.`,
  );
}

/** First and last position of a subtree. */
export interface Subtree {
  readonly first: number;
  readonly last: number;
}

/** That of a concept; null where the release has none of that name. */
export async function findSubtree(
  context: GatewayContext,
  release: PinnedRelease,
  under: string,
): Promise<Subtree | null> {
  const top = await findConcept(context, release, under);
  return top && { first: top.row.position, last: top.row.subtreeEnd };
}

/** The same; null where none is asked for. BAD_REQUEST where it is not there. */
export async function subtreeOf(
  context: GatewayContext,
  release: PinnedRelease,
  under: string | null,
): Promise<Subtree | null> {
  if (under === null) return null;
  const found = await findSubtree(context, release, under);
  if (found) return found;
  throw new CodesetError('BAD_REQUEST', `\`under: "${under}"\` is not in release ${release.row.version}.`);
}

/** 1 at the positions of concepts that have all the properties; null where none is asked for. */
export async function positionsHaving(
  context: GatewayContext,
  release: PinnedRelease,
  asked: readonly AskedProperty[],
): Promise<Uint8Array | null> {
  if (asked.length === 0) return null;
  const { limits } = context;
  if (asked.length > limits.searchProperties) {
    throw beyondLimit('searchProperties', limits, asked.length, 'Leave some of them out.');
  }
  const { codeSystem } = release.row;
  const definition = await context.releases.findCodeSystem(codeSystem);
  const properties = asked.map(({ code, value }) => {
    const property = propertyOf(definition, { codeSystem, code });
    refuseAbsentPart(release, property);
    return { code, value: typedValue(property, value) };
  });
  await refuseFollowing(context, release, asked);
  const positions = await context.reader.listPositionsHaving(release.row.id, properties);
  const among = new Uint8Array((positions.at(-1) ?? -1) + 1);
  for (const position of positions) among[position] = 1;
  return among;
}

function propertyOf(
  definition: CodeSystemDefinition | null,
  { codeSystem, code }: { readonly codeSystem: string; readonly code: string },
): PropertyDefinition {
  const held = definition?.properties ?? [];
  const property = held.find((one) => one.code === code);
  if (property) return property;
  const there = held.length === 0 ? 'It has none.' : `There are: ${held.map((one) => one.code).join(', ')}.`;
  throw new CodesetError('BAD_REQUEST', `${codeSystem} has no property \`${code}\`. ${there}`);
}

/** What is not known must not be read as “no concept has it”. */
function refuseAbsentPart({ row }: PinnedRelease, { code, part }: PropertyDefinition): void {
  if (part === undefined || row.parts.includes(part)) return;
  throw new CodesetError(
    'BAD_REQUEST',
    `Release ${row.version} of ${row.codeSystem} came without ${part}: \`${code}\` is not known in it.`,
  );
}

/** Links and URIs that follow from a concept's key stand in no list: whoever has one looks the concept up by it. */
async function refuseFollowing(
  { reader }: GatewayContext,
  release: PinnedRelease,
  asked: readonly AskedProperty[],
): Promise<void> {
  const [row] = await reader.listPropertyPatterns([release.row.id]);
  const following = asked.find(({ code }) => row?.patterns.some((pattern) => pattern.code === code));
  if (!following) return;
  throw new CodesetError(
    'BAD_REQUEST',
    `\`${following.code}\` follows from a concept's identifier and is no filter: look the concept up by the identifier.`,
  );
}

/** The value in the type that the definition gives it. BAD_REQUEST where it is none of that type. */
function typedValue({ code, type, values }: PropertyDefinition, value: string): string | number | boolean {
  const wrong = (wanted: string) =>
    new CodesetError('BAD_REQUEST', `\`${value}\` is no value of the property \`${code}\`: ${wanted}.`);
  switch (type) {
    case 'boolean':
      if (value === 'true' || value === 'false') return value === 'true';
      throw wrong('it is `true` or `false`');
    case 'integer':
      if (/^-?\d{1,15}$/.test(value)) return Number(value);
      throw wrong('it is a whole number');
    case 'code':
      if (values.some((term) => term.code === value)) return value;
      throw wrong(`there are ${values.map((term) => term.code).join(', ')}`);
    case 'string':
    case 'date':
    case 'concept':
      return value;
    default:
      return type satisfies never;
  }
}
