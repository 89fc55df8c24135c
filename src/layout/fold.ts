/**
 * Between the unrolled network and the folded one: columns are cards that slide over each other, and each arrow
 * to the next timestep bends into the loop. Fold 0 is exactly the unrolled picture, fold 1 one cell with its loop.
 */
import type { NetworkLayout } from './network.ts';
import type { Link } from './networkLinks.ts';

export interface Card {
  readonly t: number;
  /** Left edge of the column in the view. */
  readonly x: number;
  /** The selected column lies on top, the others below it by their distance. */
  readonly depth: number;
}

export interface FoldOptions {
  readonly columns: readonly number[];
  readonly layout: Pick<NetworkLayout, 'columnWidth' | 'lead'>;
  readonly scrollLeft: number;
  readonly viewWidth: number;
  readonly selected: number;
  /** 0 to 1. */
  readonly fold: number;
}

/** Where each column is. The card of a selected step out of sight slides in from the side where it lies. */
export function foldColumns(options: FoldOptions): Card[] {
  const { columns, layout, scrollLeft, viewWidth, selected, fold } = options;
  const middle = (viewWidth - layout.columnWidth) / 2;
  const all = columns.includes(selected) ? columns : [...columns, selected];
  return all.map((t) => {
    const unrolled = layout.lead + t * layout.columnWidth - scrollLeft;
    return { t, x: unrolled + (middle - unrolled) * fold, depth: Math.abs(t - selected) };
  });
}

/** Room between a block and the loop over it. */
const OVER = 11;
/** How far a loop leans out at both sides of its block. */
const LEAN = 84;
/** The highest point of a cubic curve lies at this share of its control points' height. */
const APEX = 0.75;
/** A loop has its height when the network is folded this far: before the next block slides under this one. */
const RISEN = 0.25;
/** CSS pixels from a block's sides within which an arrow still comes down beside what is written in it. */
const SIDE = 8;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The path of a recurrent arrow, in the coordinates of the column it starts from. */
export function recurrentPath(link: Link, columnWidth: number, fold: number): string {
  const { x, y } = loopEnd(link, columnWidth, fold);
  const { rise, lean } = bend(link, fold);
  const height = link.y1 - rise;
  return `M${link.x1} ${link.y1}C${link.x1 + lean} ${height} ${x - lean} ${height} ${x} ${y}`;
}

/** Where it ends: at the left of the next column's block; above the own block while that lies over it. */
export function loopEnd({ x1, x2, y1, top, entersAt }: Link, columnWidth: number, fold: number): Point {
  const x = x2 - columnWidth * fold;
  const inside = Math.min(x1 - x, x - entersAt) / SIDE;
  return { x, y: y1 - (y1 - top) * Math.max(0, Math.min(1, inside)) };
}

/** The direction in which it arrives, in degrees clockwise from the right. */
export function loopTilt(link: Link, end: Point, fold: number): number {
  const { rise, lean } = bend(link, fold);
  return (Math.atan2(end.y - link.y1 + rise, lean) * 180) / Math.PI;
}

/** The height of a whole loop's highest point. */
export function loopApex(link: Link): number {
  return link.top - OVER;
}

/** How much of its height a loop has, 0 to 1. */
export function loopRise(fold: number): number {
  return Math.min(1, fold / RISEN);
}

function bend(link: Link, fold: number): { rise: number; lean: number } {
  return { rise: (loopRise(fold) * (link.y1 - link.top + OVER)) / APEX, lean: LEAN * fold };
}
