/** What is taken out of a network while it runs, to see what it was good for. */
import type { ModelConfig } from './model.ts';
import { checkInteger } from './validation.ts';

/** What is taken out of a network while it runs. */
export interface Ablation {
  /** h_{t-1} (and c_{t-1}) count as 0 at every timestep. */
  readonly recurrenceCut: boolean;
  /** Units whose h (and c) is held at 0 at every timestep. */
  readonly frozen: readonly { readonly layer: number; readonly unit: number }[];
  /** Gates held by hand at every timestep; absent for none. */
  readonly held?: readonly HeldGate[];
}

/** A gate that has the same value at every timestep, in all units of its layer: nothing flows through it to its inputs. */
export interface HeldGate {
  readonly layer: number;
  /** One of LOGISTIC_GATES. */
  readonly gate: number;
  /** Shut or open. */
  readonly value: 0 | 1;
}

export const NO_ABLATION: Ablation = { recurrenceCut: false, frozen: [] };

/** @throws {RangeError} when a frozen unit is not in the model. */
export function checkAblation({ frozen }: Ablation, { layers, hiddenSize }: ModelConfig): void {
  for (const { layer, unit } of frozen) {
    checkInteger('layer', layer, 0, layers - 1);
    checkInteger('unit', unit, 0, hiddenSize - 1);
  }
}

/** The frozen units of each of `layers` layers, for the loops. */
export function frozenByLayer({ frozen }: Ablation, layers: number): readonly Int32Array[] {
  return Array.from({ length: layers }, (_, layer) =>
    Int32Array.from(frozen.filter((place) => place.layer === layer).map(({ unit }) => unit)),
  );
}

/** Sets those `units` to 0 in row `row` of states, or of gradients with respect to them: (·H). */
export function clearUnits(states: Float64Array, row: number, H: number, units: Int32Array): void {
  for (let i = 0; i < units.length; i++) states[row * H + units[i]] = 0;
}
