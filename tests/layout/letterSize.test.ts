import { describe, expect, it } from 'vitest';
import { fitMark, fitWord, isNamedMark, isWideLetter, isWord } from '../../src/layout/letterSize.ts';

describe('letters in cells', () => {
  it('tells square scripts from narrow ones', () => {
    expect(['한', '漢', 'ㅎ', '🙂'].every(isWideLetter)).toBe(true);
    expect(['h', 'é', 'я', '␠'].some(isWideLetter)).toBe(false);
  });

  it('shortens and shrinks a name until it keeps to its room, and gives it up in the end', () => {
    expect(isNamedMark('U+200B')).toBe(true);
    expect(isNamedMark('U')).toBe(false);
    expect(fitMark('U+200B', 12, 60)).toEqual({ text: '200B', fontSize: 12 });
    const { text, fontSize } = fitMark('U+200B', 12, 20);
    expect(text.length * 0.62 * fontSize).toBeLessThanOrEqual(20.01);
    expect(fitMark('U+200B', 12, 9).text).toBe('·');
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
