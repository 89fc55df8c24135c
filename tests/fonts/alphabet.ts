/** The letters of abbreviations as strokes on a grid of 5 by 7 points: "0006" goes from (0, 0) up to (0, 6). */
import type { Path, Point } from './stroke.ts';

export const GRID = { width: 4, height: 6 };

const STROKES = {
  A: '0004264440 0242',
  B: '00063645443303 3342413000',
  C: '4536160501103041',
  D: '00062644422000',
  E: '46060040 0333',
  F: '460600 0333',
  G: '45361605011030414323',
  H: '0006 4046 0343',
  I: '1636 2026 1030',
  K: '0006 4603 0340',
  L: '060040',
  M: '0006 052345 4046',
  N: '0006 0541 4046',
  O: '100105163645413010',
  P: '00063645443303',
  Q: '100105163645413010 2240',
  R: '00063645443303 2340',
  S: '453616050413334241301001',
  T: '0646 2620',
  U: '060110304146',
  V: '0604204446',
  X: '0046 0640',
  Y: '062346 2320',
  '1': '152620 1030',
  '2': '051636454400 0040',
  '3': '0516364544334241301001 1333',
  '4': '3036 3502 0242',
};

/** The strokes of one letter; throws for a letter that no abbreviation has needed yet. */
export function letterStrokes(letter: string): Path[] {
  const strokes = new Map(Object.entries(STROKES)).get(letter);
  if (strokes === undefined) throw new Error(`the alphabet has no ${letter}`);
  return strokes.split(' ').map((stroke) => (stroke.match(/../g) ?? []).map(([x, y]): Point => [+x, +y]));
}
