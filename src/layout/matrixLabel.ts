/** Where the name of a matrix stands beside its arrow, and the frame around both. */
import { loopApex, loopRise } from './fold.ts';
import type { Link } from './networkLinks.ts';

export interface MatrixLabel {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly fontSize: number;
  readonly width: number;
}

export interface LabelOptions {
  /** What blocks may take of a column. */
  readonly inner: number;
  /** Whether the name carries the number of its layer. */
  readonly layered: boolean;
  /** Where the arrow ends. */
  readonly end: number;
  /** 0 to 1. */
  readonly fold: number;
  /** Whether scissors stand on the arrow. */
  readonly cut?: boolean;
}

const FONT_SIZE = { most: 12.5, least: 9.5, leastLayered: 8.6 };
/** Widths in font sizes, of a W with its subscript and of one with its layer too. */
const WIDTH = { plain: 2.05, layered: 2.9 };
/** Between an upward arrow and its name, and around a name within a gap. */
const BESIDE = 6;
const AIR = 2;
/** From the blocks to the line that frames the selected column, which no name beside an upward arrow touches. */
const FRAME = 3.5;
/** From the block's edge to the middle of a loop's name, which stands outside of the loop. */
const BESIDE_LOOP = 33;
/** By how much the name beside an upward arrow gives way to the loop of the block below. */
const RAISED = 5;

/**
 * Right of an upward arrow, or above the middle of a recurrent one, as large as its room allows; null where that is too
 * little. On a loop there is always room.
 */
export function placeMatrixLabel(link: Link, options: LabelOptions): MatrixLabel | null {
  const { inner, layered, end, fold, cut = false } = options;
  const shares = layered ? WIDTH.layered : WIDTH.plain;
  const room = link.recurrent ? link.x2 - link.x1 : inner / 2 + FRAME - BESIDE;
  const risen = loopRise(fold);
  const fitting = Math.min(FONT_SIZE.most, (room - AIR) / shares);
  const least = layered ? FONT_SIZE.leastLayered : FONT_SIZE.least;
  if (fitting < least && !(link.recurrent && fold > 0)) return null;
  if (!link.recurrent) {
    const y = (link.y1 + link.y2) / 2 + 3 - RAISED * risen;
    return { x: link.x1 + BESIDE, y, anchor: 'start', fontSize: fitting, width: shares * fitting };
  }
  const fontSize = fitting * (1 - risen) + FONT_SIZE.most * risen;
  const y = link.y1 - (cut ? 13 : 8);
  return {
    x: (link.x1 + end) * 0.5 * (1 - risen) + (link.x1 + BESIDE_LOOP) * risen,
    y: y + (loopApex(link) - y) * risen,
    anchor: 'middle',
    fontSize,
    width: shares * fontSize,
  };
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Half of an arrow's head with some air. */
const HALF_HEAD = 7;

/** Around a straight arrow and its name. */
export function frameArrow(link: Link, label: MatrixLabel | null): Frame {
  const left = Math.min(link.x1, link.x2) - (link.recurrent ? 1 : HALF_HEAD);
  const top = Math.min(link.y1, link.y2) - (link.recurrent ? HALF_HEAD : 1);
  let right = Math.max(link.x1, link.x2) + (link.recurrent ? 1 : HALF_HEAD);
  const bottom = Math.max(link.y1, link.y2) + (link.recurrent ? HALF_HEAD : 1);
  if (label?.anchor === 'start') right = label.x + label.width + AIR;
  const above = label && link.recurrent ? Math.min(top, label.y - label.fontSize) : top;
  return { x: left, y: above, width: right - left, height: bottom - above };
}
