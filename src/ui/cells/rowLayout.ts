/** CSS pixels of the rows: all three have the same columns, so that timesteps stand above each other. */
import type { ModelConfig } from '../../engine/index.ts';
import { reachSize, type StepWindow, windowAround } from '../../layout/reach.ts';

/** What names the lines at the left, and holds the gates. */
export const GUTTER = 92;
/** From one timestep to the next: a short text fills its row, up to where a column would no longer look like one. */
const PITCH = { least: 15, most: 200 };

/** Lines from the top: their height. */
export const LINE = { target: 16, said: 20, mark: 13, letter: 19, bars: 40 } as const;
/** Of the states of all layers together. */
export const STATE_HEIGHT = 44;

export interface RowLayout {
  readonly window: StepWindow;
  /** How many timesteps are shown. */
  readonly count: number;
  readonly pitch: number;
  /** Of all columns. */
  readonly width: number;
}

/** The timesteps around the selected one for which there is room, and whose reach all three can be asked. */
export function layoutRow(
  room: number,
  timesteps: number,
  selected: number,
  models: readonly ModelConfig[],
): RowLayout {
  const columns = Math.max(1, room - GUTTER);
  const most = Math.min(Math.floor(columns / PITCH.least), ...models.map(reachSize));
  const window = windowAround(selected, timesteps, Math.max(1, most));
  const count = window.to - window.from;
  const pitch = Math.min(PITCH.most, columns / count);
  return { window, count, pitch, width: Math.floor(pitch * count) };
}
