/** Geometry of what an exercise adds to the unrolled network: ways of fed-back output, and the border of a decoder. */
import { findBlock } from './blocks.ts';
import type { NetworkLayout } from './network.ts';

/** Of the ruler that a one-hot input is drawn as, under the upper edge of its block. */
const RULER_MIDDLE = 11;
/** Between an end and the block it belongs to. */
const AIR = 2;
const MOST_RADIUS = 8;
const HEAD = { length: 6, half: 3.5 };
/** Left free at either side of an arrow between two states, which the scissors of a cut need too. */
const BESIDE_ARROW = 9;

/**
 * From the prediction of one column to the input of the next, down their border: x = 0. It is interrupted where the
 * states go from column to column.
 */
export function ownOutputWay(layout: NetworkLayout): { readonly line: string; readonly head: string } {
  const { blocks, columnWidth } = layout;
  const prediction = findBlock(blocks, 'prediction');
  const input = findBlock(blocks, 'input');
  if (!prediction || !input) throw new Error('the network has no prediction or no input');
  const start = prediction.x + prediction.width + AIR - columnWidth;
  const from = prediction.y + prediction.height / 2;
  const to = input.y + RULER_MIDDLE;
  const end = input.x - AIR;
  const radius = Math.max(0, Math.min(MOST_RADIUS, -start, end - HEAD.length));
  return {
    line: `M${start} ${from}H${-radius}Q0 ${from} 0 ${from + radius}${down(layout, from + radius, to - radius)}Q0 ${to} ${radius} ${to}H${end - HEAD.length}`,
    head: `M${end} ${to}l${-HEAD.length} ${-HEAD.half}v${2 * HEAD.half}z`,
  };
}

/** A line over the whole height between two columns, interrupted in the same places. */
export function borderLine(layout: NetworkLayout): string {
  return `M0 1${down(layout, 1, layout.height - 1)}`;
}

/** On from (0, from), down to (0, to). */
function down({ links }: NetworkLayout, from: number, to: number): string {
  const crossed = links
    .filter(({ recurrent, y1 }) => recurrent && y1 > from && y1 < to)
    .map(({ y1 }) => y1)
    .sort((a, b) => a - b);
  return `${crossed.map((y) => `V${y - BESIDE_ARROW}M0 ${y + BESIDE_ARROW}`).join('')}V${to}`;
}
