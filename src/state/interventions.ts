/** Whether interventions fit a network, and are those of another history. */
import type { ModelConfig } from '../engine/index.ts';
import { hasGate, partingOf } from '../worker/interventions.ts';
import type { Change, Intervention } from '../worker/protocol.ts';
import { type Config, isWithinLimits } from './config.ts';

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
    case 'hold':
    case 'release':
      return hasGate(model, change);
    case 'cut':
    case 'restore':
      return true;
  }
  return change satisfies never;
}

/** Whether the recurrence is ever cut: only beside that is there a twin. */
export function isCut({ interventions }: Pick<Config, 'interventions'>): boolean {
  return interventions.some(({ kind }) => kind === 'cut');
}

/** What is taken out of a network from the start belongs to the start: the run begins again with it. */
export function ofTheStart(interventions: readonly Intervention[]): readonly Intervention[] {
  return interventions.filter(
    ({ kind, update }) => update === 0 && kind !== 'learningRate' && kind !== 'weight',
  );
}

export function sameInterventions(one: readonly Intervention[], other: readonly Intervention[]): boolean {
  return partingOf(one, other) === Number.POSITIVE_INFINITY;
}

function isIndex(value: number, count: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < count;
}
