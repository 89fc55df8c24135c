/** What a person changes in a run under way, applied to its trainer. */
import {
  type Ablation,
  countParameters,
  type HeldGate,
  LOGISTIC_GATES,
  type ModelConfig,
  type Trainer,
} from '../engine/index.ts';
import type { Change, Intervention } from './protocol.ts';

/**
 * Changes the trainer where it is not so already.
 *
 * @throws {DivergenceError} when the loss would not be usable. The trainer is as before then.
 */
export function applyChange(trainer: Trainer, change: Change): void {
  switch (change.kind) {
    case 'learningRate':
      if (trainer.learningRate !== change.value) trainer.setLearningRate(change.value);
      break;
    case 'weight':
      if (trainer.parameters[change.index] !== change.value) trainer.setParameter(change.index, change.value);
      break;
    case 'freeze':
    case 'thaw':
    case 'hold':
    case 'release':
    case 'cut':
    case 'restore': {
      const next = ablationAfter(trainer.ablation, change);
      if (!isSameAblation(trainer.ablation, next)) trainer.setAblation(next);
      break;
    }
    default:
      change satisfies never;
  }
}

/** Every intervention of exactly the trainer's update, in order; harmless when they have taken effect already. */
export function applyDue(trainer: Trainer, interventions: readonly Intervention[]): void {
  if (interventions.length === 0) return;
  const { update } = trainer;
  for (const intervention of interventions)
    if (intervention.update === update) applyChange(trainer, intervention);
}

/** The list after `change` was made at `update`: without what is later, and without what it takes the place of. */
export function withChange(
  interventions: readonly Intervention[],
  change: Change,
  update: number,
): readonly Intervention[] {
  const kept = interventions.filter(
    (other) => other.update < update || (other.update === update && subjectOf(other) !== subjectOf(change)),
  );
  return [...kept, { ...change, update }];
}

/** Without what undoes nothing: a recurrence restored that was not cut, a unit thawed that was not frozen. */
export function withoutIdle(interventions: readonly Intervention[]): readonly Intervention[] {
  let ablation: Ablation = { recurrenceCut: false, frozen: [] };
  return interventions.filter((change) => {
    if (change.kind === 'learningRate' || change.kind === 'weight') return true;
    const before = ablation;
    ablation = ablationAfter(before, change);
    return !isSameAblation(before, ablation);
  });
}

/** The first update at which two histories part; Infinity when they do not. */
export function partingOf(one: readonly Intervention[], other: readonly Intervention[]): number {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    if (i < one.length && i < other.length && isSame(one[i], other[i])) continue;
    return Math.min(one[i]?.update ?? Number.POSITIVE_INFINITY, other[i]?.update ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}

/** The first change that the network cannot have, or null. */
export function impossibleIn<C extends Change>(changes: readonly C[], model: ModelConfig): C | null {
  return changes.find((change) => !isPossible(change, model)) ?? null;
}

/** Whether there is what the change is about, and it can have that value. */
export function isPossible(change: Change, model: ModelConfig): boolean {
  switch (change.kind) {
    case 'learningRate':
      return change.value >= 0 && change.value < Number.POSITIVE_INFINITY;
    case 'weight':
      return isIndex(change.index, countParameters(model)) && Number.isFinite(change.value);
    case 'freeze':
    case 'thaw':
      return isIndex(change.layer, model.layers) && isIndex(change.unit, model.hiddenSize);
    case 'hold':
    case 'release':
      return hasGate(model, change);
    case 'cut':
    case 'restore':
      return true;
  }
}

/** Whether a network has a gate that can be held. */
export function hasGate(
  { cell, layers }: Pick<ModelConfig, 'cell' | 'layers'>,
  { layer, gate }: { readonly layer: number; readonly gate: number },
): boolean {
  return isIndex(layer, layers) && LOGISTIC_GATES[cell].includes(gate);
}

/** What a change is about: another one about the same at the same update takes its place. */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'learningRate':
      return 'learningRate';
    case 'weight':
      return `weight ${change.index}`;
    case 'freeze':
    case 'thaw':
      return `unit ${change.layer} ${change.unit}`;
    case 'hold':
    case 'release':
      return `gate ${change.layer} ${change.gate}`;
    case 'cut':
    case 'restore':
      return 'recurrence';
  }
}

function isSame(one: Intervention, other: Intervention): boolean {
  return (
    one.update === other.update &&
    one.kind === other.kind &&
    subjectOf(one) === subjectOf(other) &&
    ('value' in one ? one.value : null) === ('value' in other ? other.value : null)
  );
}

function ablationAfter(
  before: Ablation,
  change: Exclude<Change, { kind: 'learningRate' | 'weight' }>,
): Ablation {
  switch (change.kind) {
    case 'cut':
    case 'restore':
      return { ...before, recurrenceCut: change.kind === 'cut' };
    case 'freeze':
    case 'thaw': {
      const { layer, unit } = change;
      const others = before.frozen.filter((place) => place.layer !== layer || place.unit !== unit);
      const frozen = change.kind === 'freeze' ? [...others, { layer, unit }] : others;
      return { ...before, frozen: frozen.toSorted((a, b) => a.layer - b.layer || a.unit - b.unit) };
    }
    case 'hold':
    case 'release': {
      const { held = [], ...rest } = before;
      const { layer, gate } = change;
      const others = held.filter((each) => each.layer !== layer || each.gate !== gate);
      const next = change.kind === 'hold' ? [...others, { layer, gate, value: change.value }] : others;
      if (next.length === 0) return rest;
      return { ...rest, held: next.toSorted((a, b) => a.layer - b.layer || a.gate - b.gate) };
    }
  }
}

/** Both in the order of `ablationAfter`. */
function isSameAblation(one: Ablation, other: Ablation): boolean {
  return (
    one.recurrenceCut === other.recurrenceCut &&
    one.frozen.length === other.frozen.length &&
    one.frozen.every(
      ({ layer, unit }, i) => layer === other.frozen[i].layer && unit === other.frozen[i].unit,
    ) &&
    isSameHeld(one.held ?? [], other.held ?? [])
  );
}

function isSameHeld(one: readonly HeldGate[], other: readonly HeldGate[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ layer, gate, value }, i) =>
        layer === other[i].layer && gate === other[i].gate && value === other[i].value,
    )
  );
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}
