/** Checks what comes back from the browser's storage before anything trusts it. */
import type { Ablation, CellKind, Checkpoint, HeldGate } from '../engine/index.ts';
import { hasGate } from '../worker/interventions.ts';
import type { Breakdown, Curve, Milestone, Resume } from '../worker/protocol.ts';
import { isWithinLimits } from './config.ts';

/** Far above what a run keeps of its curve. */
const MAX_POINTS = 100_000;

/** The most any optimizer keeps: two moments for each parameter, and a few numbers of its own. */
const MAX_MOMENTS = 2;
const MAX_EXTRAS = 16;

/** No cell has more. */
const MAX_GATES = 4;

/** What a state has to fit. */
export interface NetworkSize {
  readonly cell: CellKind;
  readonly parameters: number;
  readonly layers: number;
  readonly hiddenSize: number;
}

/** Whether `value` can be the state of a run whose network has that size, down to every number. */
export function isResume(value: unknown, size: NetworkSize): value is Resume {
  if (!isRecord(value)) return false;
  const { checkpoint, curve, milestones, breakdown } = value;
  return (
    isCheckpoint(checkpoint, size) &&
    isCurve(curve) &&
    (curve.updates.at(-1) ?? -1) >= checkpoint.update &&
    isMilestones(milestones) &&
    (breakdown === undefined || isBreakdown(breakdown, checkpoint.update))
  );
}

function isCheckpoint(value: unknown, size: NetworkSize): value is Checkpoint {
  if (!isRecord(value)) return false;
  const { update, learningRate, ablation, values } = value;
  return (
    isUpdate(update) &&
    typeof learningRate === 'number' &&
    isWithinLimits('learningRate', learningRate) &&
    isAblation(ablation, size) &&
    isFiniteArray(values) &&
    values.length >= size.parameters &&
    values.length <= (1 + MAX_MOMENTS) * size.parameters + MAX_EXTRAS
  );
}

function isAblation(value: unknown, size: NetworkSize): value is Ablation {
  if (!isRecord(value)) return false;
  const { layers, hiddenSize } = size;
  const { recurrenceCut, frozen, held = [] } = value;
  return (
    typeof recurrenceCut === 'boolean' &&
    Array.isArray(frozen) &&
    frozen.length <= layers * hiddenSize &&
    frozen.every(
      (place: unknown) => isRecord(place) && isIndex(place.layer, layers) && isIndex(place.unit, hiddenSize),
    ) &&
    Array.isArray(held) &&
    held.length <= layers * MAX_GATES &&
    held.every((place: unknown) => isHeldGate(place, size))
  );
}

function isHeldGate(value: unknown, size: NetworkSize): value is HeldGate {
  if (!isRecord(value)) return false;
  const { layer, gate } = value;
  if (typeof layer !== 'number' || typeof gate !== 'number') return false;
  return hasGate(size, { layer, gate }) && (value.value === 0 || value.value === 1);
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

/** Not before what is known to be good; the loss may be any number, or none. */
function isBreakdown(value: unknown, good: number): value is Breakdown {
  if (!isRecord(value)) return false;
  const { lastGood, update, loss } = value;
  return (
    isUpdate(lastGood) &&
    isUpdate(update) &&
    typeof loss === 'number' &&
    lastGood >= good &&
    update > lastGood
  );
}

function isUpdate(value: unknown): value is number {
  return typeof value === 'number' && isWithinLimits('update', value);
}

function isIndex(value: unknown, count: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count;
}

function isFiniteArray(value: unknown): value is Float64Array {
  return value instanceof Float64Array && value.every(Number.isFinite);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
