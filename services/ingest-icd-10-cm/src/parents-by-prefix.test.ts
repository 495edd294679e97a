// The hierarchy as the codes' own characters give it.
import { describe, expect, it } from 'vitest';
import { parentsByPrefix } from './parents-by-prefix.ts';

const parents = (...codes: string[]) => Object.fromEntries(parentsByPrefix(codes).parentOf);

describe('parentsByPrefix', () => {
  it('takes the longest prefix that is there, also through placeholders', () => {
    expect(parents('S12', 'S128', 'S128XXA', 'T42', 'T424', 'T424X', 'T424X1', 'T424X1A')).toEqual({
      S12: null,
      S128: 'S12',
      S128XXA: 'S128',
      T42: null,
      T424: 'T42',
      T424X: 'T424',
      T424X1: 'T424X',
      T424X1A: 'T424X1',
    });
  });

  it('continues a list of 7-character codes that share five characters', () => {
    expect(parents('H54', 'H545', 'H5451', 'H54511', 'H54511A', 'H54512A')).toMatchObject({
      H54511A: 'H54511',
      H54512A: 'H54511',
    });
  });

  it('does not, once the 6-character code is there', () => {
    expect(parents('H54', 'H545', 'H5451', 'H54511', 'H54511A', 'H54512', 'H54512A')).toMatchObject({
      H54512A: 'H54512',
    });
  });

  it('names codes without any ancestor as orphans', () => {
    expect(parentsByPrefix(['A00', 'A000', 'B001']).orphans).toEqual(['B001']);
  });
});
