/** Where the name of a matrix stands beside its arrow, and the frame around both. */
import { cardEdge, type Link } from './networkLinks.ts';

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
  /** 0 to 1. */
  readonly fold: number;
  /** Whether scissors stand on the arrow. */
  readonly cut?: boolean;
  /** Whether a recurrent arrow leads into the selected column, whose frame its name leaves free. */
  readonly into?: boolean;
}

const FONT_SIZE = { most: 12.5, least: 9.5 };
/** In font sizes, of a W with its subscript and of one with its layer above that. */
const WIDTH = { plain: 2.05, layered: 2.4 };
/** Between an upward arrow and its name, and around a name within a gap. */
const BESIDE = 6;
const AIR = 2;
/** From the blocks to the line that frames the selected column, which no name touches. */
const FRAME = 3.5;
/** Between that line and a recurrent arrow's name, whose halo would cut it. */
const BESIDE_FRAME = 4;
/** Between the upper edge of the blocks and a name above it. */
const ABOVE = 5;
/** Names of loops stand above them once the network is folded this far. */
const RISEN = 0.15;

/**
 * Right of an upward arrow, as large as its room allows, null where that is too little. Above a recurrent one, in its
 * middle or next to the frame of the selected column; where it would touch the next block there, and where the arrow is
 * a loop, above the edge of the blocks.
 */
export function placeMatrixLabel(link: Link, options: LabelOptions): MatrixLabel | null {
  const { inner, layered, fold, cut = false, into = false } = options;
  const { x1, x2, y1, y2 } = link;
  const share = layered ? WIDTH.layered : WIDTH.plain;
  if (!link.recurrent) {
    const fontSize = Math.min(FONT_SIZE.most, (inner / 2 + FRAME - BESIDE - AIR) / share);
    if (fontSize < FONT_SIZE.least) return null;
    return { x: x1 + BESIDE, y: (y1 + y2) / 2 + 3, anchor: 'start', fontSize, width: share * fontSize };
  }
  const width = share * FONT_SIZE.most;
  const beside = cardEdge(link, inner) + BESIDE_FRAME + width / 2;
  const level = Math.max(beside, (x1 + x2) / 2);
  const risen = level + width / 2 > x2 ? 1 : Math.min(1, fold / RISEN);
  const x = level + (beside - level) * risen;
  const y = y1 - (cut ? 13 : 8);
  return {
    x: into ? x1 + x2 - x : x,
    y: y + (link.top - ABOVE - y) * risen,
    anchor: 'middle',
    fontSize: FONT_SIZE.most,
    width,
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
