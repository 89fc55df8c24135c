import { disassemble } from 'es-hangul';
import { expect, it } from 'vitest';
import { splitSyllable } from '../../src/tasks/letters.ts';

it('takes every syllable of Korean apart as es-hangul does', () => {
  const syllables = Array.from({ length: 0xd7a4 - 0xac00 }, (_, index) =>
    String.fromCharCode(0xac00 + index),
  );
  expect(syllables.length).toBe(11_172);
  expect(syllables.filter((each) => splitSyllable(each).join('') !== disassemble(each))).toEqual([]);
  expect(splitSyllable('값')).toEqual(['ㄱ', 'ㅏ', 'ㅂ', 'ㅅ']);
});
