/** What holds for the links of all screens, because they are read by the same table. */
import { describe, expect, it } from 'vitest';
import { formatCellsLink, readCellsLink } from '../../src/state/cellsUrl.ts';
import { formatShapesLink, readShapesLink } from '../../src/state/shapesUrl.ts';
import { formatLink, readLink } from '../../src/state/url.ts';

const SCREENS = [
  ['playground', readLink, (hash: string) => formatLink(readLink(hash).link)],
  ['cells', readCellsLink, (hash: string) => formatCellsLink(readCellsLink(hash).link)],
  ['shapes', readShapesLink, (hash: string) => formatShapesLink(readShapesLink(hash).link)],
] as const;

describe.each(SCREENS)('a link to %s', (screen, read, again) => {
  it('keeps what can be read beside what was damaged on its way', () => {
    const hash = `#/${screen}?hidden=7&t=%E0%A4%A&seed=5`;
    expect(read(hash).unread).toEqual(['t=\uFFFD%A']);
    expect(again(hash)).toBe(`#/${screen}?hidden=7&seed=5`);
  });

  it('takes a key once, and names those that it does not know', () => {
    const hash = `#/${screen}?hidden=7&hidden=8&__proto__=1&nothing=2`;
    expect(read(hash).unread).toEqual(['hidden=8', '__proto__=1', 'nothing=2']);
    expect(again(hash)).toBe(`#/${screen}?hidden=7`);
  });

  it('repeats little of what is hostile', () => {
    const keys = Array.from({ length: 100 }, (_, index) => `${'x'.repeat(1000)}${index}=1`);
    const { unread } = read(`#/${screen}?${keys.join('&')}`);
    expect(unread.length).toBe(13);
    expect(unread.at(-1)).toBe('…');
    expect(Math.max(...unread.map((part) => part.length))).toBe(33);
  });
});
