/** What is drawn for each character of the font, in thousandths of the font size from the baseline. */
import { GRID, letterStrokes } from './alphabet.ts';
import { type Path, type Point, strokeOutline } from './stroke.ts';

export const ADVANCE = 600;

const PEN = 80;

/** Of U+0000 to U+001F, the names ASCII gave them. */
const CONTROLS =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US';

/** Pen, size of a letter and its way from the left and the top to the right and the bottom. */
const DIAGONALS = {
  2: { pen: 74, width: 250, height: 390, left: 30, top: 760, right: 290, down: 430 },
  3: { pen: 58, width: 180, height: 260, left: 10, top: 760, right: 200, down: 290 },
};

/**
 * The outlines of every character of the font. U+2420 is drawn as an open box: it is clear at 11 px, where the letters
 * SP are not, and Unicode leaves the form of control pictures open.
 */
export const MARKS: ReadonlyMap<string, readonly Path[]> = new Map([
  ...CONTROLS.split(' ').map((name, code) => [String.fromCodePoint(0x2400 + code), diagonal(name)] as const),
  ['␠', draw('80,240 80,0 520,0 520,240')],
  ['␡', diagonal('DEL')],
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

function diagonal(name: string): Path[] {
  const { pen, width, height, left, top, right, down } = DIAGONALS[name.length === 2 ? 2 : 3];
  return [...name].flatMap((letter, index) => {
    const onPage = ([x, y]: Point): Point => [
      left + index * right + pen / 2 + (x * (width - pen)) / GRID.width,
      top - index * down - height + pen / 2 + (y * (height - pen)) / GRID.height,
    ];
    return letterStrokes(letter).map((stroke) => strokeOutline(stroke.map(onPage), pen));
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
