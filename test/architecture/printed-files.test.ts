// Holds the printed files to what they are printed from: `pnpm print:all` writes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from '@codeset/database';
import { printGatewaySchema } from '@codeset/gateway';
import { throwAwayDatabase } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import { root } from './house.ts';

const printed = (path: string) => readFileSync(join(root, path), 'utf8');

test('services/gateway/schema.graphql is the gateway of now', () => {
  expect(printed('services/gateway/schema.graphql')).toBe(printGatewaySchema());
});

test('migrations/schema.sql is what the migrations make', async () => {
  const database = await throwAwayDatabase();
  try {
    expect(printed('migrations/schema.sql')).toBe(await printSchema(database.sql));
  } finally {
    await database.drop();
  }
});
