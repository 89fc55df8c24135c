/**
 * Geometry of the unrolled network. Every timestep looks the same, so the layout is one column's blocks and links,
 * repeated every `columnWidth` pixels. It depends on sizes alone, never on values.
 */
import type { Block, Role, Source } from './blocks.ts';
import { arrange } from './grid.ts';
import { type Link, makeLinks } from './networkLinks.ts';

export interface NetworkSizes {
  readonly timesteps: number;
  readonly letters: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly cellState: boolean;
  /** Room for the figure in pixels; the height may be exceeded when the rows need more. */
  readonly width: number;
  readonly height: number;
}

export interface NetworkLayout {
  /** Width of the row labels at the left. */
  readonly gutter: number;
  readonly wideLabels: boolean;
  readonly columnWidth: number;
  /** Before the first column. */
  readonly lead: number;
  /** Width of all columns and the lead together. */
  readonly contentWidth: number;
  readonly height: number;
  /** The least height at which all rows fit, with blocks at their smallest; does not depend on the room. */
  readonly minHeight: number;
  /** How many letters a probability block lists. */
  readonly listed: number;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** Vocabularies up to this size are shown whole; larger ones show the most probable few and the target. */
export const WHOLE_VOCABULARY = 8;
const FEW = 4;

const COLUMN = { min: 70, max: 196 };
const GAP = { min: 22, max: 62, tight: 8 };
const HEIGHTS = { target: 38, prediction: 40, listedLetter: 18, input: 42, letter: 52, letterLabels: 15 };
/** Room before the first column for the arrow of the zero state. */
const LEAD = 20;
const MAX_BLOCK_HEIGHT = 88;
const PADDING = 14;

/** Places all rows; see NetworkLayout. */
export function layoutNetwork(sizes: NetworkSizes): NetworkLayout {
  const wideLabels = sizes.width >= 620;
  const gutter = wideLabels ? 122 : 40;
  const room = Math.max(COLUMN.min, sizes.width - gutter - LEAD);
  const columnWidth = Math.floor(Math.min(COLUMN.max, Math.max(COLUMN.min, room / sizes.timesteps)));
  const inner = columnWidth - Math.max(18, Math.min(44, columnWidth * 0.26));
  const listed = sizes.letters <= WHOLE_VOCABULARY ? sizes.letters : FEW;
  const { minHeight } = makeRows({ ...sizes, height: 0 }, inner, listed);
  const height = Math.max(sizes.height, minHeight);
  const rows = makeRows({ ...sizes, height }, inner, listed);
  const gap = Math.min(GAP.max, GAP.min + (height - rows.minHeight) / rows.arrows);
  const blocks = placeBlocks(rows.rows, columnWidth, gap);
  return {
    gutter,
    wideLabels,
    columnWidth,
    lead: LEAD,
    contentWidth: LEAD + columnWidth * sizes.timesteps,
    height: Math.min(height, Math.max(...blocks.map((block) => block.y + block.height)) + PADDING),
    minHeight,
    listed,
    blocks,
    links: makeLinks(blocks, columnWidth, sizes),
  };
}

/** One horizontal row of the figure: one block, or h_t and c_t beside each other. */
interface RowPlan {
  readonly parts: readonly Omit<Block, 'x' | 'y'>[];
  readonly height: number;
  /** What lies between this row and the one below it. */
  readonly below: 'arrow' | 'tight' | 'none';
}

function makeRows(sizes: NetworkSizes, inner: number, listed: number) {
  const fixed =
    HEIGHTS.target +
    HEIGHTS.prediction +
    listed * HEIGHTS.listedLetter +
    HEIGHTS.letterLabels +
    HEIGHTS.input +
    HEIGHTS.letter +
    2 * GAP.tight +
    2 * PADDING;
  const arrows = sizes.layers + 2;
  const blockCount = sizes.layers + 1;
  const spare = (sizes.height - fixed - arrows * GAP.min) / blockCount;
  const maxHeight = Math.min(MAX_BLOCK_HEIGHT, Math.max(24, spare));

  const rows: RowPlan[] = [
    row([{ role: 'target', layer: 0, width: inner, height: HEIGHTS.target, grid: null, inputs: [] }], 'none'),
    row(
      [
        {
          role: 'prediction',
          layer: 0,
          width: Math.min(64, inner),
          height: HEIGHTS.prediction,
          grid: null,
          inputs: [same('probability')],
        },
      ],
      'tight',
    ),
    row(
      [
        {
          role: 'probability',
          layer: 0,
          width: inner,
          height: listed * HEIGHTS.listedLetter,
          grid: null,
          inputs: [same('logits')],
        },
      ],
      'arrow',
    ),
    row([logitsBlock(listed, inner, maxHeight, sizes.layers - 1)], 'arrow'),
  ];
  for (let layer = sizes.layers - 1; layer >= 0; layer--) {
    rows.push(row(stateBlocks(sizes, layer, inner, maxHeight), 'arrow'));
  }
  rows.push(
    row(
      [
        {
          role: 'input',
          layer: 0,
          width: inner,
          height: HEIGHTS.input,
          grid: null,
          inputs: [same('letter')],
        },
      ],
      'tight',
    ),
    row([{ role: 'letter', layer: 0, width: inner, height: HEIGHTS.letter, grid: null, inputs: [] }], 'none'),
  );
  const minHeight = rows.reduce((sum, plan) => sum + plan.height + GAPS[plan.below], 2 * PADDING);
  return { rows, arrows, minHeight };
}

const GAPS = { arrow: GAP.min, tight: GAP.tight, none: 0 };

function row(parts: readonly Omit<Block, 'x' | 'y'>[], below: RowPlan['below']): RowPlan {
  return { parts, height: Math.max(...parts.map((part) => part.height)), below };
}

function same(role: Role, layer = 0): Source {
  return { role, layer, lag: 0 };
}

function gridBlock(
  role: Role,
  layer: number,
  count: number,
  maxWidth: number,
  maxHeight: number,
  inputs: readonly Source[],
): Omit<Block, 'x' | 'y'> {
  const grid = arrange(count, maxWidth, maxHeight);
  return { role, layer, width: grid.width, height: grid.height, grid, inputs };
}

/** Scores in one row of digits carry their letters beneath; other arrangements follow the order of the bars above. */
function logitsBlock(listed: number, inner: number, maxHeight: number, top: number): Omit<Block, 'x' | 'y'> {
  const block = gridBlock('logits', 0, listed, inner, maxHeight, [same('hidden', top)]);
  return block.grid?.detail === 'digits' && block.grid.rows === 1
    ? { ...block, height: block.height + HEIGHTS.letterLabels }
    : block;
}

function stateBlocks(sizes: NetworkSizes, layer: number, inner: number, maxHeight: number) {
  const below = layer === 0 ? same('input') : same('hidden', layer - 1);
  const inputs: Source[] = [below, { role: 'hidden', layer, lag: 1 }];
  if (!sizes.cellState) return [gridBlock('hidden', layer, sizes.hiddenSize, inner, maxHeight, inputs)];
  inputs.push({ role: 'cellState', layer, lag: 1 });
  const half = (inner - BETWEEN_STATES) / 2;
  return [
    gridBlock('hidden', layer, sizes.hiddenSize, half, maxHeight, [same('cellState', layer), ...inputs]),
    gridBlock('cellState', layer, sizes.hiddenSize, half, maxHeight, inputs),
  ];
}

const BETWEEN_STATES = 8;

function placeBlocks(rows: readonly RowPlan[], columnWidth: number, gap: number): Block[] {
  const blocks: Block[] = [];
  let y = PADDING;
  for (const plan of rows) {
    const total = plan.parts.reduce(
      (sum, part) => sum + part.width,
      BETWEEN_STATES * (plan.parts.length - 1),
    );
    let x = (columnWidth - total) / 2;
    for (const part of plan.parts) {
      blocks.push({ ...part, x, y: y + (plan.height - part.height) / 2 });
      x += part.width + BETWEEN_STATES;
    }
    y += plan.height + (plan.below === 'arrow' ? gap : GAPS[plan.below]);
  }
  return blocks;
}
