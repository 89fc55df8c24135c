import { describe, expect, it } from 'vitest';
import { isolated } from '../../src/i18n/isolated.ts';

describe('letters in a sentence', () => {
  it.each(['ש', 'שלום abc', 'م', 'ﷺ', '𐤀', '𞤀'])(
    'are set apart where they run from right to left: %s',
    (letters) => {
      expect(isolated(letters)).toBe(`\u2068${letters}\u2069`);
    },
  );

  it.each(['h', '한', '␠', 'U+200F', '❤️', '👩‍👩‍👧', 'e\u0301', 'क्षि', ''])(
    'are left alone otherwise: %s',
    (letters) => {
      expect(isolated(letters)).toBe(letters);
    },
  );
});
