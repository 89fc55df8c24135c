/**
 * Geometry of the unrolled network. Every timestep looks the same, so the layout is one column's blocks and links,
 * repeated every `columnWidth` pixels. It depends on sizes alone, never on values.
 */
import type { Block, Role, Source } from './blocks.ts';
import { arrange, arrangeLine, type Grid, leastDigitColumn } from './grid.ts';
import { type Link, makeLinks } from './networkLinks.ts';

export interface NetworkSizes {
  readonly timesteps: number;
  readonly letters: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly cellState: boolean;
  /** Whether scores have words for names, which need more room than letters. */
  readonly worded?: boolean;
  /** Room for the figure in pixels; the height may be exceeded when the rows need more. */
  readonly width: number;
  readonly height: number;
}

export interface NetworkLayout {
  /** Width of the row labels at the left. */
  readonly gutter: number;
  readonly wideLabels: boolean;
  readonly columnWidth: number;
  /** What blocks may take of a column; the rest is for arrows. */
  readonly inner: number;
  /** Before the first column. */
  readonly lead: number;
  /** Width of all columns and the lead together. */
  readonly contentWidth: number;
  readonly height: number;
  /** The least height at which all rows fit, with blocks at their smallest; does not depend on the room. */
  readonly minHeight: number;
  /** What it takes at most, whatever the room: arrows do not grow without end. */
  readonly maxHeight: number;
  /** How many letters a probability block lists. */
  readonly listed: number;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** Vocabularies up to this size are shown whole; larger ones show the most probable few and the target. */
export const WHOLE_VOCABULARY = 8;
const FEW = 4;

/** Columns as wide as the room allows; where the text does not fit it scrolls, in columns that hold all numbers. */
const COLUMN = { least: 70, scrolling: 86, max: 300 };
const GAP = { min: 22, max: 48, state: 16, tight: 8 };
const HEIGHTS = {
  target: 42,
  prediction: 42,
  listedLetter: 18,
  listedWord: 21,
  input: 42,
  letter: 52,
  letterLabels: 15,
};
/** A picture is its own mark: it takes the room of the letter below it too. */
export const PICTURE_HEIGHT = 76;
/** Room before the first column for the arrow of the zero state. */
const LEAD = 20;
/** Three units under each other have digits in the least of heights; the room makes blocks higher. */
const BLOCK_HEIGHT = { least: 62, max: 88 };
const PADDING = 14;
/** What a letter takes beside a column of scores. */
export const LETTER_BESIDE = 9;
/** What scores leave to their words, at most and at least, and what they keep: two decimals in the small size. */
const WORDED = { words: 50, fewest: 28, cells: 33 };

/** Places all rows; see NetworkLayout. */
export function layoutNetwork(sizes: NetworkSizes): NetworkLayout {
  const wideLabels = sizes.width >= 620;
  const gutter = wideLabels ? 122 : 62;
  const columnWidth = chooseColumnWidth(sizes.width - gutter - LEAD, sizes.timesteps);
  const inner = columnWidth - Math.max(18, Math.min(44, columnWidth * 0.26));
  const listed = sizes.letters <= WHOLE_VOCABULARY ? sizes.letters : FEW;
  const { minHeight } = makeRows({ ...sizes, height: 0 }, inner, listed);
  const tall = makeRows({ ...sizes, height: 1e4 }, inner, listed);
  const height = Math.max(sizes.height, minHeight);
  const rows = makeRows({ ...sizes, height }, inner, listed);
  const gap = Math.min(GAP.max, GAP.min + (height - rows.minHeight) / rows.arrows);
  const blocks = placeBlocks(rows.rows, columnWidth, gap);
  return {
    gutter,
    wideLabels,
    columnWidth,
    inner,
    lead: LEAD,
    contentWidth: LEAD + columnWidth * sizes.timesteps,
    height: Math.min(height, Math.max(...blocks.map((block) => block.y + block.height)) + PADDING),
    minHeight,
    maxHeight: tall.minHeight + tall.arrows * (GAP.max - GAP.min),
    listed,
    blocks,
    links: makeLinks(blocks, columnWidth, sizes),
  };
}

function chooseColumnWidth(room: number, timesteps: number): number {
  const shared = room / timesteps;
  return Math.floor(shared < COLUMN.least ? COLUMN.scrolling : Math.min(COLUMN.max, shared));
}

type Part = Omit<Block, 'x' | 'y'>;

/** One horizontal row of the figure, and what lies between it and the one below. */
interface Row {
  readonly part: Part;
  readonly below: 'arrow' | 'state' | 'tight' | 'none';
}

const GAPS = { arrow: GAP.min, state: GAP.state, tight: GAP.tight, none: 0 };

function makeRows(sizes: NetworkSizes, inner: number, listed: number) {
  const { layers } = sizes;
  const stateRows = sizes.cellState ? 2 * layers : layers;
  const probability = listed * (sizes.worded ? HEIGHTS.listedWord : HEIGHTS.listedLetter);
  const fixed =
    HEIGHTS.target +
    HEIGHTS.prediction +
    probability +
    HEIGHTS.letterLabels +
    HEIGHTS.input +
    HEIGHTS.letter +
    2 * GAP.tight +
    (stateRows - layers) * GAP.state +
    2 * PADDING;
  const arrows = layers + 2;
  const room = sizes.height - fixed - arrows * GAP.min;
  // Many scores under each other may need more than their share.
  const scores = leastDigitColumn(listed);
  const share = room / (stateRows + 1);
  const spare = share < scores ? (room - scores) / stateRows : share;
  const maxHeight = Math.min(BLOCK_HEIGHT.max, Math.max(BLOCK_HEIGHT.least, spare));
  const plain = (role: Role, width: number, height: number, inputs: readonly Source[] = []): Part => ({
    role,
    layer: 0,
    width,
    height,
    grid: null,
    inputs,
  });

  const rows: Row[] = [
    { part: plain('target', inner, HEIGHTS.target), below: 'none' },
    {
      part: plain('prediction', Math.min(sizes.worded ? 80 : 64, inner), HEIGHTS.prediction, [
        same('probability'),
      ]),
      below: 'tight',
    },
    { part: plain('probability', inner, probability, [same('logits')]), below: 'arrow' },
    { part: logitsBlock(sizes, listed, inner, Math.max(maxHeight, scores)), below: 'arrow' },
  ];
  for (let layer = layers - 1; layer >= 0; layer--) rows.push(...stateRowsOf(sizes, layer, inner, maxHeight));
  rows.push(
    { part: plain('input', inner, HEIGHTS.input, [same('letter')]), below: 'tight' },
    { part: plain('letter', inner, HEIGHTS.letter), below: 'none' },
  );
  const minHeight = rows.reduce((sum, { part, below }) => sum + part.height + GAPS[below], 2 * PADDING);
  return { rows, arrows, minHeight };
}

function same(role: Role, layer = 0): Source {
  return { role, layer, lag: 0 };
}

function gridPart(role: Role, layer: number, grid: Grid, inputs: readonly Source[]): Part {
  return { role, layer, width: grid.width, height: grid.height, grid, inputs };
}

/** Scores carry their letters: beneath a row, at the left of a column; a column at the right of its words is one block with them. */
function logitsBlock(
  { layers, worded = false }: NetworkSizes,
  listed: number,
  inner: number,
  maxHeight: number,
): Part {
  const room = Math.min(WORDED.words, inner - WORDED.cells);
  // Too narrow for words they would be stumps: the bars above name the same words in the same order.
  const words = room < WORDED.fewest ? 0 : room;
  const grid = arrangeLine(listed, inner, maxHeight, worded ? words / 2 : LETTER_BESIDE);
  const block = gridPart('logits', 0, grid, [same('hidden', layers - 1)]);
  if (worded && grid.rows > 1) return { ...block, width: grid.width + words };
  return block.grid?.rows === 1 ? { ...block, height: block.height + HEIGHTS.letterLabels } : block;
}

/** The state of a layer; the LSTM's cell state stands below the hidden state that comes from it. */
function stateRowsOf(sizes: NetworkSizes, layer: number, inner: number, maxHeight: number): Row[] {
  const grid = arrange(sizes.hiddenSize, inner, maxHeight);
  const below = layer === 0 ? same('input') : same('hidden', layer - 1);
  const inputs: Source[] = [below, { role: 'hidden', layer, lag: 1 }];
  if (!sizes.cellState) return [{ part: gridPart('hidden', layer, grid, inputs), below: 'arrow' }];
  inputs.push({ role: 'cellState', layer, lag: 1 });
  return [
    { part: gridPart('hidden', layer, grid, [same('cellState', layer), ...inputs]), below: 'state' },
    { part: gridPart('cellState', layer, grid, inputs), below: 'arrow' },
  ];
}

function placeBlocks(rows: readonly Row[], columnWidth: number, gap: number): Block[] {
  const blocks: Block[] = [];
  let y = PADDING;
  for (const { part, below } of rows) {
    blocks.push({ ...part, x: (columnWidth - part.width) / 2, y });
    y += part.height + (below === 'arrow' ? gap : GAPS[below]);
  }
  return blocks;
}
