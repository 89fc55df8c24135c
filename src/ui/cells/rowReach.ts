/** How much of one loss reaches each letter of a row, and how far back a hundredth of it does. */
import type { StepWindow } from '../../layout/reach.ts';
import type { ChosenLoss } from '../../state/cells.ts';
import type { Snapshot } from '../../worker/protocol.ts';

export interface RowReach {
  /** The timestep of the loss. */
  readonly loss: number;
  /** ‖∂L/∂h_t‖ of the top layer for the window's timesteps up to the loss. */
  readonly hidden: Float64Array;
  /** The same for the LSTM's c_t, else null. */
  readonly cellState: Float64Array | null;
  /** Timesteps before the loss at which a hundredth of the largest is still felt. */
  readonly steps: number;
  /** Whether that is the first one in sight. */
  readonly isAll: boolean;
}

/** What still counts as felt, as a share of the largest. */
const FELT = 0.01;

/** The timestep whose loss is shown: the last one in sight, or the selected one. */
export function lossAt({ from, to }: StepWindow, chosen: ChosenLoss, selected: number): number {
  return chosen === 'last' ? to - 1 : Math.max(from, Math.min(to - 1, selected));
}

/** Null until the worker has answered for this window. */
export function rowReach({ reach }: Snapshot, { from, to }: StepWindow, loss: number): RowReach | null {
  if (reach === null || reach.from !== from || reach.to !== to) return null;
  const n = to - from;
  const row = (loss - from) * n;
  const of = (norms: Float64Array) => norms.subarray(row, row + loss - from + 1);
  const hidden = of(reach.hidden[reach.hidden.length - 1]);
  const cellState = reach.cellState?.[reach.cellState.length - 1];
  const largest = Math.max(...hidden);
  const first = hidden.findIndex((value) => value > 0 && value >= FELT * largest);
  return {
    loss,
    hidden,
    cellState: cellState ? of(cellState) : null,
    steps: first < 0 ? 0 : hidden.length - 1 - first,
    isAll: first === 0 && hidden.length > 1,
  };
}
