/** What a person changes in a run under way, applied to its trainer. */
import { type Ablation, countParameters, type Trainer } from '../engine/index.ts';
import type { Change, Intervention, RunConfig } from './protocol.ts';

/**
 * Changes the trainer where it is not so already.
 *
 * @throws {RangeError} when there is no such weight or unit, or the value is out of range.
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
    case 'cut':
    case 'restore':
      setAblation(trainer, ablationAfter(trainer.ablation, change));
      break;
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

/** The first update at which two histories part; Infinity when they do not. */
export function partingOf(one: readonly Intervention[], other: readonly Intervention[]): number {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    if (i < one.length && i < other.length && isSame(one[i], other[i])) continue;
    return Math.min(one[i]?.update ?? Number.POSITIVE_INFINITY, other[i]?.update ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}

/** @throws {RangeError} when an intervention names a weight or a unit that the model does not have. */
export function checkInterventions({ model, interventions }: RunConfig): void {
  const parameters = countParameters(model);
  for (const change of interventions) {
    if (change.kind === 'weight' && !isIndex(change.index, parameters)) {
      throw new RangeError(`there is no parameter ${change.index}`);
    }
    const isUnit = change.kind === 'freeze' || change.kind === 'thaw';
    if (isUnit && !(isIndex(change.layer, model.layers) && isIndex(change.unit, model.hiddenSize))) {
      throw new RangeError(`there is no unit ${change.unit} in layer ${change.layer}`);
    }
  }
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
  if (!('layer' in change)) return { ...before, recurrenceCut: change.kind === 'cut' };
  const { layer, unit } = change;
  const others = before.frozen.filter((place) => place.layer !== layer || place.unit !== unit);
  return { ...before, frozen: change.kind === 'freeze' ? [...others, { layer, unit }] : others };
}

function setAblation(trainer: Trainer, next: Ablation): void {
  const { recurrenceCut, frozen } = trainer.ablation;
  const places = (list: Ablation['frozen']) =>
    list
      .map(({ layer, unit }) => `${layer} ${unit}`)
      .sort()
      .join();
  if (recurrenceCut === next.recurrenceCut && places(frozen) === places(next.frozen)) return;
  trainer.setAblation(next);
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}
