/** Geometry of a small network: from above what is said, the states of all layers, what is read. */
import type { ModelConfig } from '../../engine/index.ts';
import type { Block } from '../../layout/blocks.ts';
import { arrange, type Grid } from '../../layout/grid.ts';
import type { NetworkLayout } from '../../layout/network.ts';

const ROWS = { mark: 15, between: 15, time: 15 } as const;
/** Pixels for an arrow, and for a state by the number of layers: three are to fit a screen as well. */
const USUAL = { arrow: 22, states: [96, 54, 33] };
const LOW = { arrow: 18, states: [66, 44, 30] };
/** What a state leaves of its column to the arrow to the next. */
const BESIDE = { share: 0.3, least: 9, most: 20 };
const PITCH = { least: 17, most: 64 };

/** Where the network reads its own word: pixels for the way it comes, and for what may be written below it. */
export const OWN_WORD = { way: 11, height: 32 } as const;

/** Pixels for what stands over and under the states. */
export interface SmallRooms {
  /** For what is said, the bars below it included. */
  readonly said: number;
  /** Of that for bars of what a step leans towards; 0 where there are none. */
  readonly bars: number;
  readonly read: number;
  /** Whether states and arrows are lower than on a card. */
  readonly isLow: boolean;
}

export interface SmallLayout {
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
  readonly rooms: SmallRooms;
  /** Where each row begins. */
  readonly y: {
    readonly said: number;
    /** The lower edge of what is said, and of the bars below it. */
    readonly saidEnd: number;
    readonly barsEnd: number;
    readonly states: number;
    readonly read: number;
    readonly time: number;
  };
  /** The states, the top layer first. */
  readonly blocks: readonly Block[];
  /** For the canvas of states without digits. */
  readonly network: NetworkLayout;
}

/** On a card, where words stand upright; of what a step leans towards there are bars or not. */
export function cardRooms(hasBars: boolean): SmallRooms {
  return { said: 74, bars: hasBars ? 40 : 0, read: 74, isLow: false };
}

export function smallPitch(room: number, timesteps: number): number {
  return Math.max(PITCH.least, Math.min(PITCH.most, Math.floor(room / timesteps)));
}

export function layoutSmall(
  { hiddenSize, layers }: Pick<ModelConfig, 'hiddenSize' | 'layers'>,
  timesteps: number,
  pitch: number,
  rooms: SmallRooms,
): SmallLayout {
  const { arrow, states: heights } = rooms.isLow ? LOW : USUAL;
  const beside = Math.max(BESIDE.least, Math.min(BESIDE.most, pitch * BESIDE.share));
  const room = heights[Math.min(layers, heights.length) - 1];
  const barsEnd = ROWS.mark + rooms.said;
  const states = barsEnd + arrow;
  const grid = fitHeight(arrange(hiddenSize, pitch - beside, room), room);
  const blocks = Array.from({ length: layers }, (_, above): Block => {
    const top = states + above * (room + ROWS.between) + (room - grid.height) / 2;
    return {
      role: 'hidden',
      layer: layers - 1 - above,
      x: (pitch - grid.width) / 2,
      y: top,
      width: grid.width,
      height: grid.height,
      grid,
      inputs: [],
    };
  });
  const read = states + layers * room + (layers - 1) * ROWS.between + arrow;
  const time = read + rooms.read;
  const width = pitch * timesteps;
  const height = time + ROWS.time;
  return {
    pitch,
    width,
    height,
    rooms,
    y: { said: ROWS.mark, saidEnd: barsEnd - rooms.bars, barsEnd, states, read, time },
    blocks,
    network: {
      gutter: 0,
      wideLabels: false,
      columnWidth: pitch,
      inner: grid.width,
      lead: 0,
      contentWidth: width,
      height,
      minHeight: height,
      maxHeight: height,
      listed: 0,
      blocks,
      links: [],
    },
  };
}

/** Many units in a narrow column: cells lower than elsewhere, so that the rows stay where they are. */
function fitHeight(grid: Grid, most: number): Grid {
  if (grid.height <= most) return grid;
  return { ...grid, cellHeight: most / grid.rows, height: most };
}
