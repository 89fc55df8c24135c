import { describe, expect, it } from 'vitest';
import {
  fitCluster,
  fitMark,
  fitOrCutWord,
  fitWord,
  isCluster,
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

  it('knows the names of what is drawn as nothing', () => {
    expect(['U+200B', '^G', '^@', '^?', 'f·200D', 'a·E0041'].every(isNamedMark)).toBe(true);
    expect(['U', '^', '^g', 'a', '·', 'l·l'].some(isNamedMark)).toBe(false);
    expect(['U+200B', '^G'].map(isCode)).toEqual([true, false]);
  });

  it('shrinks a name until it keeps to its room, to four digits in two rows and a sign in the end', () => {
    expect(fitMark('U+200B', 12, 60)).toEqual({ rows: ['U+200B'], fontSize: 12 });
    expect(fitMark('U+200B', 12, 14).rows).toEqual(['20', '0B']);
    expect(fitMark('U+E0001', 12, 14).rows).toEqual(['00', '01']);
    expect(fitMark('U+200B…', 12, 14).rows).toEqual(['20', '0B']);
    expect(fitMark('U+200B', 12, 7).rows).toEqual(['□']);
    expect(fitMark('^G', 11, 9).rows).toEqual(['^G']);
    expect(fitMark('f·200D', 12, 60).rows).toEqual(['f·200D']);
    expect(fitMark('f·200D', 12, 14).rows).toEqual(['f·']);
  });

  it.each(['U+200B', 'U+FEFF', 'U+E0001', 'U+200B…', 'f·200D'])(
    'writes nothing of %s too small to be read',
    (mark) => {
      for (const size of [11, 12, 13]) {
        for (let room = 5; room < 60; room++) {
          const { rows, fontSize } = fitMark(mark, size, room);
          expect(fontSize).toBeGreaterThanOrEqual(7);
          for (const row of rows) expect(row.length * 0.62 * fontSize).toBeLessThanOrEqual(room + 0.01);
        }
      }
    },
  );

  it('tells letters under a heap of marks from those that languages have', () => {
    expect(isHeaped(`a${'\u0301'.repeat(6)}`)).toBe(true);
    expect(['a', 'ệ'.normalize('NFD'), 'क्षि', '👩‍👩‍👧', '❤️'].some(isHeaped)).toBe(false);
  });

  it('tells letters of several characters from those of one', () => {
    expect(['👩‍👩‍👧', '🇰🇷', 'क्षि', 'x\u0301'].every(isCluster)).toBe(true);
    expect(['h', '한', '🙂', '\n'].some(isCluster)).toBe(false);
  });

  it('makes a letter of several characters as small as its room asks for, and no smaller than a word', () => {
    expect(fitCluster(2, 18, 30)).toBe(15);
    expect(fitCluster(2, 18, 60)).toBe(18);
    expect(fitCluster(4, 11, 12)).toBe(7);
    expect(fitCluster(4, 6, 12)).toBe(6);
    expect(fitCluster(0, 18, 30)).toBe(18);
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

  it('are cut rather than written too small to be read', () => {
    expect(fitOrCutWord('picks', 12, 40)).toEqual({ written: 'picks', fontSize: 12 });
    const { written, fontSize } = fitOrCutWord('frightened', 12, 22);
    expect(written).toMatch(/^fri…$/);
    expect(fontSize).toBeGreaterThanOrEqual(8);
    expect(fontSize * written.length * 0.62).toBeLessThanOrEqual(22.01);
    // Where even two letters have no room they are still not left out.
    expect(fitOrCutWord('고르고', 12, 9).written).toBe('고…');
  });
});
