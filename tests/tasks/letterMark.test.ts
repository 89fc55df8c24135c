import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letterMark } from '../../src/tasks/text.ts';

it.each([
  [' ', '␠'],
  ['\n', '↵'],
  ['\r\n', '↵'],
  ['\r', '^M'],
  ['\t', '⇥'],
  ['\u00A0', '⍽'],
  ['\u0000', '^@'],
  ['\u001B', '^['],
  ['\u007F', '^?'],
  ['\u0007', '^G'],
  ['\u0085', 'U+0085'],
  ['\u200B', 'U+200B'],
  ['\u202E', 'U+202E'],
  ['\u2066', 'U+2066'],
  ['\uFEFF', 'U+FEFF'],
  ['\u3000', 'U+3000'],
  ['\u3164', 'U+3164'],
  ['\u{E0001}', 'U+E0001'],
  ['\u200D\u200D', 'U+200D…'],
  ['\uD83D', 'U+D83D'],
  ['\uDC69', 'U+DC69'],
  ['\uFFFF', 'U+FFFF'],
  ['\u0301', '◌\u0301'],
  ['f\u200D', 'f·200D'],
  ['f\uFE0F', 'f·FE0F'],
  ['e\u0301\u200C', 'e\u0301·200C'],
  ['a\u{E0041}', 'a·E0041'],
])('draws %j as %s', (letter, mark) => {
  expect(letterMark(letter)).toBe(mark);
});

it.each([
  'a',
  'é',
  '한',
  'ㄱ',
  '👩‍👩‍👧',
  '❤️',
  '🇰🇷',
  'ש',
  'क्',
  'क्\u200D',
  '1\uFE0F\u20E3',
  'ن\u200D',
  '␠',
  'ä̧',
])('leaves %s as it is', (letter) => {
  expect(letterMark(letter)).toBe(letter);
});

it('never leaves a control, a lone surrogate or nothing to be drawn', () => {
  fc.assert(
    fc.property(fc.nat(0x10ffff), (code) => {
      expect(letterMark(String.fromCodePoint(code))).toMatch(/^[^\p{Cc}\p{Cs}\p{Z}\p{Bidi_C}]+$/u);
    }),
    { numRuns: 2000 },
  );
});
