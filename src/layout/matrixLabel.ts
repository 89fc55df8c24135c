/** Where the name of a matrix stands beside its arrow, and the frame around both. */
import { loopApex } from './fold.ts';
import type { Link } from './networkLinks.ts';

export interface MatrixLabel {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly fontSize: number;
  readonly width: number;
  /** Degrees about (x, y): a name that is too wide for a gap between blocks stands upright in it. */
  readonly turn: number;
}

export interface LabelOptions {
  readonly columnWidth: number;
  /** Whether the name carries the number of its layer. */
  readonly layered: boolean;
  /** Where the arrow ends. */
  readonly end: number;
  /** 0 to 1. */
  readonly fold: number;
  /** Whether scissors stand on the arrow. */
  readonly cut?: boolean;
}

const FONT_SIZE = { most: 12.5, upright: 10.5, least: 9.5, leastLayered: 8.6 };
/** Widths in font sizes, of a W with its subscript and of one with its layer too. */
const WIDTH = { plain: 2.05, layered: 3.1 };
/** Between an upward arrow and its name, and around a name within a gap. */
const BESIDE = 6;
const AIR = 2;
/** From the block's edge to the middle of a loop's name, which stands outside of the loop. */
const BESIDE_LOOP = 44;

/** Right of the middle of an upright name its subscript hangs. */
const UPRIGHT_BASELINE = 1.5;
/** How far an upright name may reach beyond the upper edge of its block. */
const OVER_EDGE = 4;

/**
 * Right of an upward arrow, or above the middle of a recurrent one, as large as its gap allows; upright where the gap
 * of a recurrent one is narrow. Null where an upward one has no room.
 */
export function placeMatrixLabel(link: Link, options: LabelOptions): MatrixLabel | null {
  const { columnWidth, layered, end, fold, cut = false } = options;
  const shares = layered ? WIDTH.layered : WIDTH.plain;
  const sized = (room: number) => Math.min(FONT_SIZE.most, (room - AIR) / shares);
  if (!link.recurrent) {
    const fontSize = sized(columnWidth - link.x1 - BESIDE);
    if (fontSize < (layered ? FONT_SIZE.leastLayered : FONT_SIZE.least)) return null;
    const y = (link.y1 + link.y2) / 2 + 3;
    return { x: link.x1 + BESIDE, y, anchor: 'start', fontSize, width: shares * fontSize, turn: 0 };
  }
  const inGap = sized(link.x2 - link.x1);
  const isUpright = inGap < FONT_SIZE.least;
  const fontSize = (isUpright ? FONT_SIZE.upright : inGap) * (1 - fold) + FONT_SIZE.most * fold;
  const width = shares * fontSize;
  const apart = cut ? 13 : 8;
  // Above the block the name would meet those of the upward arrows.
  const isBelow = isUpright && apart + width > link.y1 - link.top + OVER_EDGE;
  const y = link.y1 + (isBelow ? apart : -apart) + (isUpright ? (isBelow ? width : -width) / 2 : 0);
  return {
    x:
      ((link.x1 + end) * 0.5 + (isUpright ? UPRIGHT_BASELINE : 0)) * (1 - fold) +
      (link.x1 + BESIDE_LOOP) * fold,
    y: y + (loopApex(link) - y) * fold,
    anchor: 'middle',
    fontSize,
    width,
    turn: isUpright ? 90 * (fold - 1) : 0,
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
  let bottom = Math.max(link.y1, link.y2) + (link.recurrent ? HALF_HEAD : 1);
  if (label?.anchor === 'start') right = label.x + label.width + AIR;
  let above = top;
  if (label && link.recurrent) {
    above = Math.min(top, label.y - (label.turn === 0 ? label.fontSize : label.width / 2));
    if (label.turn !== 0) bottom = Math.max(bottom, label.y + label.width / 2);
  }
  return { x: left, y: above, width: right - left, height: bottom - above };
}
