/** Geometry of a small network: from above what is said, the states of all layers, what is read. */

import type { ModelConfig } from '../../engine/index.ts';
import type { Block } from '../../layout/blocks.ts';
import { arrange, type Grid } from '../../layout/grid.ts';
import type { NetworkLayout } from '../../layout/network.ts';

const ROWS = { mark: 15, arrow: 22, between: 15, time: 15 } as const;
/** Pixels for what is read and what is said: in columns so narrow that words stand upright, and in wider ones. */
export const LABELS = { upright: 74, level: 67 } as const;
/** Pixels for a state, by the number of layers: three are to fit a screen as well. */
const STATES = [96, 54, 33];
/** What a state leaves of its column to the arrow to the next. */
const BESIDE = { share: 0.3, least: 9, most: 20 };
const PITCH = { least: 17, most: 64 };

export interface SmallLayout {
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
  /** Of the row of what is said, and of that of what is read. */
  readonly labels: number;
  /** Where each row begins. */
  readonly y: {
    readonly said: number;
    readonly states: number;
    readonly read: number;
    readonly time: number;
  };
  /** The states, the top layer first. */
  readonly blocks: readonly Block[];
  /** For the canvas of states without digits. */
  readonly network: NetworkLayout;
}

export function smallPitch(room: number, timesteps: number): number {
  return Math.max(PITCH.least, Math.min(PITCH.most, Math.floor(room / timesteps)));
}

export function layoutSmall(
  { hiddenSize, layers }: Pick<ModelConfig, 'hiddenSize' | 'layers'>,
  timesteps: number,
  pitch: number,
  labels: number = LABELS.upright,
): SmallLayout {
  const beside = Math.max(BESIDE.least, Math.min(BESIDE.most, pitch * BESIDE.share));
  const room = STATES[Math.min(layers, STATES.length) - 1];
  const states = ROWS.mark + labels + ROWS.arrow;
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
  const read = states + layers * room + (layers - 1) * ROWS.between + ROWS.arrow;
  const time = read + labels;
  const width = pitch * timesteps;
  const height = time + ROWS.time;
  return {
    pitch,
    width,
    height,
    labels,
    y: { said: ROWS.mark, states, read, time },
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
