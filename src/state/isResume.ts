/** Checks what comes back from the browser's storage before anything trusts it. */
import type { Checkpoint } from '../engine/index.ts';
import type { Curve, Milestone, Resume } from '../worker/protocol.ts';
import { isWithinLimits } from './config.ts';

/** Far above what a run keeps of its curve. */
const MAX_POINTS = 100_000;

/** The most any optimizer keeps: two moments for each parameter, and a few numbers of its own. */
const MAX_MOMENTS = 2;
const MAX_EXTRAS = 16;

/** Whether `value` can be the state of a run whose network has `parameterCount` parameters, down to every number. */
export function isResume(value: unknown, parameterCount: number): value is Resume {
  if (!isRecord(value)) return false;
  const { checkpoint, curve, milestones } = value;
  return (
    isCheckpoint(checkpoint, parameterCount) &&
    isCurve(curve) &&
    (curve.updates.at(-1) ?? -1) >= checkpoint.update &&
    isMilestones(milestones)
  );
}

function isCheckpoint(value: unknown, parameterCount: number): value is Checkpoint {
  if (!isRecord(value)) return false;
  const { update, learningRate, values } = value;
  return (
    isUpdate(update) &&
    typeof learningRate === 'number' &&
    isWithinLimits('learningRate', learningRate) &&
    isFiniteArray(values) &&
    values.length >= parameterCount &&
    values.length <= (1 + MAX_MOMENTS) * parameterCount + MAX_EXTRAS
  );
}

function isCurve(value: unknown): value is Curve {
  if (!isRecord(value)) return false;
  const { updates, losses, accuracies } = value;
  return (
    isFiniteArray(updates) &&
    isFiniteArray(losses) &&
    isFiniteArray(accuracies) &&
    updates.length <= MAX_POINTS &&
    updates.length === losses.length &&
    updates.length === accuracies.length &&
    updates.every((update, i) => isUpdate(update) && (i === 0 || update > updates[i - 1])) &&
    accuracies.every((accuracy) => accuracy >= 0 && accuracy <= 1)
  );
}

/** Ever more targets right at ever later updates. */
function isMilestones(value: unknown): value is readonly Milestone[] {
  if (!Array.isArray(value) || value.length > MAX_POINTS) return false;
  let before = { update: -1, correct: 0 };
  return value.every((milestone: unknown) => {
    if (!isRecord(milestone)) return false;
    const { update, correct } = milestone;
    if (!isUpdate(update) || typeof correct !== 'number' || !Number.isInteger(correct)) return false;
    const isNext = update > before.update && correct > before.correct;
    before = { update, correct };
    return isNext;
  });
}

function isUpdate(value: unknown): value is number {
  return typeof value === 'number' && isWithinLimits('update', value);
}

function isFiniteArray(value: unknown): value is Float64Array {
  return value instanceof Float64Array && value.every(Number.isFinite);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
