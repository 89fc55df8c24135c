/** What is drawn for each character of the font, in thousandths of the font size from the baseline. */
import { type Path, type Point, strokeOutline } from './stroke.ts';

export const ADVANCE = 600;

const PEN = 80;

/**
 * The outlines of every character of the font. U+2420 is drawn as an open box: it is clear at 11 px, where the letters
 * SP are not, and Unicode leaves the form of such pictures open.
 */
export const MARKS: ReadonlyMap<string, readonly Path[]> = new Map([
  ['␠', draw('80,240 80,0 520,0 520,240')],
  ['↵', draw('510,640 510,250 90,250', '270,430 90,250 270,70')],
  ['⇥', draw('60,340 450,340', '290,520 450,340 290,160', '540,560 540,120')],
  ['⍽', draw('60,260 160,260 160,0 440,0 440,260 540,260')],
  ['◌', dottedCircle()],
]);

function draw(...paths: string[]): Path[] {
  return paths.map((path) => {
    const points = path.split(' ').map((point) => point.split(',').map(Number));
    return strokeOutline(
      points.map(([x, y]): Point => [x, y]),
      PEN,
    );
  });
}

function dottedCircle(): Path[] {
  return Array.from({ length: 8 }, (_, index) => {
    const angle = (index * Math.PI) / 4;
    const x = Math.round(300 + 220 * Math.cos(angle));
    const y = Math.round(270 + 220 * Math.sin(angle));
    return draw(`${x - 1},${y} ${x + 1},${y}`);
  }).flat();
}
