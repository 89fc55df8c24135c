import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { letterMark } from '../../../src/tasks/text.ts';
import { contoursOfCharacters } from './woff2.ts';

const FOLDER = join(import.meta.dirname, '../../../src/ui/fonts');
const contours = contoursOfCharacters(readFileSync(join(FOLDER, 'unrolled-marks.woff2')));

const combining = '\u0301';

it.each([' ', '\t', '\n', '\r\n', '\u00A0', combining])('has a drawing for the mark of %j', (letter) => {
  const mark = letterMark(letter).replace(combining, '');
  expect(contours.get(mark), mark).toBeGreaterThan(0);
});

it('is fetched for the characters it has and for no others', () => {
  const range = /unicode-range: (.*);/.exec(readFileSync(join(FOLDER, 'marks.css'), 'utf8'))?.[1] ?? '';
  const characters = range.split(', ').flatMap((part) => {
    const [first, last = first] = part
      .replace('U+', '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  });
  expect(characters.sort()).toEqual([...contours.keys()].sort());
});
