import { describe, expect, it } from 'vitest';
import {
  fitMark,
  fitWord,
  isCode,
  isHeaped,
  isNamedMark,
  isWideLetter,
  isWord,
} from '../../src/layout/letterSize.ts';

describe('letters in cells', () => {
  it('tells square scripts from narrow ones', () => {
    expect(['한', '漢', 'ㅎ', '🙂'].every(isWideLetter)).toBe(true);
    expect(['h', 'é', 'я', '␠'].some(isWideLetter)).toBe(false);
  });

  it('shrinks a name until it keeps to its room, in two rows in the end, and never to digits alone', () => {
    expect(['U+200B', '^G', '^@', '^?'].every(isNamedMark)).toBe(true);
    expect(['U', '^', '^g', 'a'].some(isNamedMark)).toBe(false);
    expect(['U+200B', '^G'].map(isCode)).toEqual([true, false]);
    expect(fitMark('U+200B', 12, 60)).toEqual({ rows: ['U+200B'], fontSize: 12 });
    for (const room of [30, 20, 9, 4]) {
      const { rows, fontSize } = fitMark('U+200B', 12, room);
      expect(rows[0].length * 0.62 * fontSize).toBeLessThanOrEqual(room + 0.01);
    }
    expect(fitMark('U+200B', 12, 9).rows).toEqual(['U+2', '00B']);
    expect(fitMark('^G', 11, 9).rows).toEqual(['^G']);
  });

  it('writes the same mark in the smallest room', () => {
    for (const mark of ['U+200B', 'U+200C', 'U+FEFF', 'U+E0001', 'U+200B…', '^@', '^G', '^_']) {
      expect(fitMark(mark, 11, 7).rows.join('')).toBe(mark);
    }
  });

  it('tells letters under a heap of marks from those that languages have', () => {
    expect(isHeaped(`a${'\u0301'.repeat(6)}`)).toBe(true);
    expect(['a', 'ệ'.normalize('NFD'), 'क्षि', '👩‍👩‍👧', '❤️'].some(isHeaped)).toBe(false);
  });

  it('tells words from letters that are made of several characters', () => {
    expect(['boy', '사과를', "don't", 'm?', '21'].every(isWord)).toBe(true);
    expect(['h', '한', 'é'.normalize('NFD'), '👩‍👩‍👧', 'क्षि', 'U+200B', '␠'].some(isWord)).toBe(false);
  });

  it('makes a word as small as its room asks for', () => {
    expect(fitWord('boy', 27, 200)).toBe(27);
    expect(fitWord('frightened', 27, 60) * 10 * 0.62).toBeLessThanOrEqual(60.01);
    expect(fitWord('고르고 있다', 27, 60)).toBeLessThan(fitWord('apples', 27, 60));
  });
});
