/**
 * Between the unrolled network and the folded one: columns are cards that slide over each other, and each arrow
 * to the next timestep bends into the loop. Fold 0 is exactly the unrolled picture, fold 1 one cell with its loop.
 */
import type { NetworkLayout } from './network.ts';
import { CARD_PADDING, cardEdge, type Link } from './networkLinks.ts';

export interface Card {
  readonly t: number;
  /** Left edge of the column in the view. */
  readonly x: number;
  /** The selected column lies on top, the others below it by their distance. */
  readonly depth: number;
  /** What the cards over it and their loops leave to be seen, from its own left edge. */
  readonly from: number;
  readonly to: number;
}

export interface FoldOptions {
  readonly columns: readonly number[];
  readonly layout: Pick<NetworkLayout, 'columnWidth' | 'inner' | 'lead'>;
  readonly scrollLeft: number;
  readonly viewWidth: number;
  readonly selected: number;
  /** 0 to 1. */
  readonly fold: number;
}

/** Where each column is. The card of a selected step out of sight slides in from the side where it lies. */
export function foldColumns(options: FoldOptions): Card[] {
  const { columns, layout, scrollLeft, viewWidth, selected, fold } = options;
  const { columnWidth, inner, lead } = layout;
  const middle = (viewWidth - columnWidth) / 2;
  const all = columns.includes(selected) ? columns : [...columns, selected].sort((a, b) => a - b);
  const placed = all.map((t) => {
    const unrolled = lead + t * columnWidth - scrollLeft;
    return { t, x: unrolled + (middle - unrolled) * fold };
  });
  const [left, right] = [(columnWidth - inner) / 2 - CARD_PADDING, (columnWidth + inner) / 2 + CARD_PADDING];
  return placed.map(({ t, x }, index) => {
    const over = t === selected ? undefined : placed[t > selected ? index - 1 : index + 1];
    const offset = over ? over.x - x : 0;
    return {
      t,
      x,
      depth: Math.abs(t - selected),
      from: over && t > selected ? Math.max(left, offset + right + LOOP_WIDTH * fold) : left,
      to: over && t < selected ? Math.min(right, offset + left) : right,
    };
  });
}

/** How far a loop stands out of its card. */
const LOOP_WIDTH = 44;
/** How far over the edge of its card a folded arrow still points at the next one. */
const OVER_EDGE = 10;
/** How far the control points of a loop lean out, in pixels beyond that. */
const LEAN = 46;
/** Half of what a loop's ends keep apart: in pixels, and as a share of its block's height. */
const APART = { most: 16, share: 0.36 };

export interface Loop {
  /** In the coordinates of the column it starts from. */
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number };
  /** The direction in which it arrives, in degrees clockwise from the right. */
  readonly tilt: number;
  readonly middle: { readonly x: number; readonly y: number };
}

/**
 * A recurrent arrow. It becomes shorter until the next card slides under this one, then bends down on what is left of
 * it, and at last round into the side it came from: a loop beside the block, which crosses no other arrow.
 */
export function recurrentLoop(link: Link, inner: number, fold: number): Loop {
  const { x1, x2, y1, top, entersAt } = link;
  const reach = cardEdge(link, inner) + OVER_EDGE - x1;
  const length = x2 - (x2 - entersAt) * fold - x1;
  // Where the arrow is as short as that, it begins to bend.
  const bendsAt = Math.max(0, (x2 - x1 - reach) / (x2 - entersAt));
  const bent = Math.max(0, (fold - bendsAt) / (1 - bendsAt));
  const apart = Math.min(APART.most, 2 * (y1 - top) * APART.share) * bent;
  const angle = Math.PI * bent;
  // Wide only in the end: half bent, so wide an arrow would have a kink.
  const lean = reach * bent + LEAN * bent ** 3;
  const x = x1 + Math.max(length, Math.min(x2 - x1, reach) * (1 - bent * bent));
  const [a, b] = [y1 - apart, y1 + apart];
  const [cx, dx, dy] = [x1 + lean, x - lean * Math.cos(angle), b - lean * Math.sin(angle)];
  return {
    path: `M${x1} ${a}C${cx} ${a} ${dx} ${dy} ${x} ${b}`,
    end: { x, y: b },
    tilt: 180 * bent,
    middle: { x: (x1 + 3 * (cx + dx) + x) / 8, y: (a + 3 * (a + dy) + b) / 8 },
  };
}
