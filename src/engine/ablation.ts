/** What is taken out of a network while it runs, to see what it was good for. */
import { LOGISTIC_GATES, type ModelConfig } from './model.ts';
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

/** @throws {RangeError} when a frozen unit or a held gate is not in the model. */
export function checkAblation({ frozen, held = [] }: Ablation, model: ModelConfig): void {
  const { cell, layers, hiddenSize } = model;
  for (const { layer, unit } of frozen) {
    checkInteger('layer', layer, 0, layers - 1);
    checkInteger('unit', unit, 0, hiddenSize - 1);
  }
  for (const { layer, gate, value } of held) {
    checkInteger('layer', layer, 0, layers - 1);
    checkInteger('value', value, 0, 1);
    if (!LOGISTIC_GATES[cell].includes(gate)) throw new RangeError(`${cell} has no gate ${gate} to hold`);
  }
}

/** The frozen units of each of `layers` layers, for the loops. */
export function frozenByLayer({ frozen }: Ablation, layers: number): readonly Int32Array[] {
  return Array.from({ length: layers }, (_, layer) =>
    Int32Array.from(frozen.filter((place) => place.layer === layer).map(({ unit }) => unit)),
  );
}

/** The held gates of each of `layers` layers. */
export function heldByLayer({ held = [] }: Ablation, layers: number): readonly (readonly HeldGate[])[] {
  return Array.from({ length: layers }, (_, layer) => held.filter((place) => place.layer === layer));
}

/**
 * Gives the held gates of a layer a sum of ±∞ at timesteps from ≤ t < to, before their squashing: σ is then exactly 1
 * or 0, and its derivative 0. `gates` (T·G·H).
 */
export function holdGates(
  gates: Float64Array,
  held: readonly HeldGate[],
  gateRows: number,
  H: number,
  from: number,
  to: number,
): void {
  for (const { gate, value } of held) {
    const sum = value === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (let t = from; t < to; t++) gates.fill(sum, t * gateRows + gate * H, t * gateRows + (gate + 1) * H);
  }
}

/** Sets those `units` to 0 in row `row` of states, or of gradients with respect to them: (·H). */
export function clearUnits(states: Float64Array, row: number, H: number, units: Int32Array): void {
  for (let i = 0; i < units.length; i++) states[row * H + units[i]] = 0;
}
