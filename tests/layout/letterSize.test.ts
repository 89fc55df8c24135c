import { describe, expect, it } from 'vitest';
import { fitMark, isNamedMark, isWideLetter } from '../../src/layout/letterSize.ts';

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
});
