/** What interventions mean to each other and to a network, without running one. */
import type { ModelConfig } from '../engine/index.ts';
import type { Change, Intervention } from '../worker/protocol.ts';
import { isWithinLimits } from './config.ts';

/** Whether two changes set the same thing, so that of two at one update only the later counts. */
export function setTheSame(one: Change, other: Change): boolean {
  return subjectOf(one) === subjectOf(other);
}

/** A name for what a change sets. */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'learningRate':
      return 'learningRate';
    case 'weight':
      return `weight ${change.index}`;
    case 'freeze':
    case 'thaw':
      return `unit ${change.layer}.${change.unit}`;
    case 'cut':
    case 'restore':
      return 'recurrence';
  }
  return change satisfies never;
}

/** The interventions after `change` at `update`: it ends the future, and what it sets anew at its own update. */
export function withChange(
  interventions: readonly Intervention[],
  change: Change,
  update: number,
): readonly Intervention[] {
  const kept = interventions.filter(
    (earlier) => earlier.update < update || (earlier.update === update && !setTheSame(earlier, change)),
  );
  return [...kept, { ...change, update }];
}

/** Whether a network has what the change names, and its number is within LIMITS. */
export function isUsable(change: Change, model: ModelConfig, parameterCount: number): boolean {
  switch (change.kind) {
    case 'learningRate':
      return isWithinLimits('learningRate', change.value);
    case 'weight':
      return isIndex(change.index, parameterCount) && isWithinLimits('weight', change.value);
    case 'freeze':
    case 'thaw':
      return isIndex(change.layer, model.layers) && isIndex(change.unit, model.hiddenSize);
    case 'cut':
    case 'restore':
      return true;
  }
  return change satisfies never;
}

export function sameInterventions(one: readonly Intervention[], other: readonly Intervention[]): boolean {
  return partingOf(one, other) === Number.POSITIVE_INFINITY;
}

/** The first update at which two histories of a run differ; Infinity where they are the same. */
export function partingOf(one: readonly Intervention[], other: readonly Intervention[]): number {
  const until = Math.max(one.length, other.length);
  for (let i = 0; i < until; i++) {
    if (i < one.length && i < other.length && isSame(one[i], other[i])) continue;
    return Math.min(one[i]?.update ?? Number.POSITIVE_INFINITY, other[i]?.update ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}

function isSame(one: Intervention, other: Intervention): boolean {
  const [a, b] = [settingOf(one), settingOf(other)];
  return one.update === other.update && one.kind === other.kind && setTheSame(one, other) && Object.is(a, b);
}

function settingOf(change: Change): number | null {
  return 'value' in change ? change.value : null;
}

function isIndex(value: number, count: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < count;
}
