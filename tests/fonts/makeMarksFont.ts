/** Writes src/ui/fonts/unrolled-marks.woff2, the same bytes every time. */
import { writeFileSync } from 'node:fs';
import { createFont, type TTF, woff2 } from 'fonteditor-core';
import { ADVANCE, MARKS } from './marks.ts';
import type { Path } from './stroke.ts';

const FONT = new URL('../../src/ui/fonts/unrolled-marks.woff2', import.meta.url);

/** Any day serves, but the day of writing would make every file another. */
const DAY = Date.UTC(2025, 0, 1);

/** One em in all, so that a mark never makes its line higher. */
const ASCENT = 800;
const DESCENT = 200;

const glyphs = [...MARKS].map(([character, outlines]) => glyph([character.codePointAt(0) ?? 0], outlines));
const font = createFont();
const { head, hhea, post, 'OS/2': os2, ...rest } = font.get();
font.set({
  ...rest,
  glyf: [{ ...glyph([], MARKS.get('◌') ?? []), name: '.notdef' }, ...glyphs],
  name: {
    fontFamily: 'Unrolled Marks',
    fontSubFamily: 'Regular',
    uniqueSubFamily: 'Unrolled Marks',
    fullName: 'Unrolled Marks',
    postScriptName: 'UnrolledMarks',
    version: 'Version 1.0',
  },
  head: { ...head, unitsPerEm: 1000, created: DAY, modified: DAY },
  hhea: { ...hhea, ascent: ASCENT, descent: -DESCENT, lineGap: 0 },
  post: { ...post, format: 3, isFixedPitch: 1 },
  'OS/2': {
    ...os2,
    sTypoAscender: ASCENT,
    sTypoDescender: -DESCENT,
    sTypoLineGap: 0,
    usWinAscent: ASCENT,
    usWinDescent: DESCENT,
  },
});

await woff2.init();
const bytes = font.write({ type: 'woff2' });
if (typeof bytes === 'string') throw new Error('woff2 is written as bytes');
writeFileSync(FONT, new Uint8Array(bytes));
console.log(`${glyphs.length} marks, ${bytes.byteLength} bytes`);

function glyph(unicode: number[], outlines: readonly Path[]): TTF.Glyph {
  const contours = outlines.map((outline) =>
    outline.map(([x, y]) => ({ x: Math.round(x), y: Math.round(y), onCurve: true })),
  );
  const xs = contours.flat().map(({ x }) => x);
  const ys = contours.flat().map(({ y }) => y);
  const xMin = Math.min(...xs);
  return {
    name: '',
    unicode,
    contours,
    xMin,
    xMax: Math.max(...xs),
    yMin: Math.min(...ys),
    yMax: Math.max(...ys),
    leftSideBearing: xMin,
    advanceWidth: ADVANCE,
  };
}
