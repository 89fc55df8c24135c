import { describe, expect, it } from 'vitest';
import {
  controlCode,
  fitMark,
  fitWord,
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

  it('shortens and shrinks a name until it keeps to its room, in two rows in the end', () => {
    expect(isNamedMark('U+200B')).toBe(true);
    expect(isNamedMark('␇')).toBe(true);
    expect(isNamedMark('U')).toBe(false);
    expect(fitMark('U+200B', 12, 60)).toEqual({ rows: ['200B'], fontSize: 12 });
    for (const room of [20, 9, 4]) {
      const { rows, fontSize } = fitMark('U+200B', 12, room);
      expect(rows[0].length * 0.62 * fontSize).toBeLessThanOrEqual(room + 0.01);
    }
    expect(fitMark('U+200B', 12, 9).rows).toEqual(['20', '0B']);
  });

  it('tells letters apart in the smallest room', () => {
    const marks = ['U+200B', 'U+200C', 'U+FEFF', 'U+E0001', 'U+200B…', '␀', '␇', '␟'];
    const drawn = marks.map((mark) => fitMark(mark, 11, 7).rows.join('\n'));
    expect(new Set(drawn).size).toBe(marks.length);
  });

  it('writes the picture of a control by its code where it is too small to read', () => {
    expect(fitMark('␇', 27, 60)).toEqual({ rows: ['␇'], fontSize: 27 });
    expect(fitMark('␇', 11, 20).rows).toEqual(['07']);
    expect(['␀', '␛', '␠', '␡', 'a'].map(controlCode)).toEqual(['00', '1B', null, null, null]);
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
