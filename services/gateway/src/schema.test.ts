// Holds the schema to its descriptions, its list sizes, and the committed text.
import { readFile } from 'node:fs/promises';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { listSizeKey } from './limits/list-size.ts';
import { printGatewaySchema } from './print-schema.ts';
import { schema } from './schema.ts';

/** Everything in the schema that has a name, with its description. */
function* described(of: GraphQLSchema): Generator<[string, string | null | undefined]> {
  for (const type of ownTypes(of)) {
    yield [type.name, type.description];
    if (isEnumType(type)) {
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    }
    for (const field of fieldsOf(type)) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg.description];
    }
  }
}

function ownTypes(of: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(of.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

test('every type, field, argument and enum value is described by a sentence', () => {
  const all = [...described(schema)];
  expect(all.length).toBeGreaterThan(250);
  const lacking = all.filter(([, description]) => !/^[A-Z0-9`].*[.…]$/s.test(description ?? ''));
  expect(lacking).toEqual([]);
});

test('every list of objects says how long it usually is, so that its cost can be told', () => {
  const silent = ownTypes(schema).flatMap((type) =>
    fieldsOf(type)
      .filter((field) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
      .filter(
        (field) =>
          field.extensions[listSizeKey] === undefined && !field.args.some(({ name }) => name === 'codes'),
      )
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(silent).toEqual([]);
});

test('the committed schema is the one that the code makes', async () => {
  const committed = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(printGatewaySchema());
});
