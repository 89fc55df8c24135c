/** What is computed for a picture alone, and only when it is asked for. */
import {
  countParameters,
  createTrainer,
  type Example,
  forwardPass,
  type GradientReach,
  type ParameterView,
  parameterLayout,
  type Trainer,
} from '../engine/index.ts';
import { applyDue } from './interventions.ts';
import { type Packed, unpack } from './packing.ts';
import { isSameExample } from './probe.ts';
import type { Contributions, Include, Reach, RunConfig, Snapshot, TrailPoint } from './protocol.ts';
import type { Run } from './run.ts';
import { findMore, forgetStandstill, hasMoreToFind, type Standstill, standstillOf } from './standstill.ts';

export { findMore, hasMoreToFind };

/** All that panels ask for beyond the trace: a worker that is never asked need not have it. */
export interface Insight {
  readonly itemised: typeof itemised;
  readonly trailOf: typeof trailOf;
  readonly findMore: typeof findMore;
  readonly hasMoreToFind: typeof hasMoreToFind;
}

/** How far errors reach back, and what each timestep gives to a gradient. */
export function itemised(
  run: Run,
  include: Include,
  example: Example,
): Pick<Snapshot, 'reach' | 'contributions'> {
  if (include.reach === null && include.contributions === null) {
    forgetStandstill(run);
    return { reach: null, contributions: null };
  }
  const still = standstillOf(run, example);
  return {
    reach: include.reach && reachOf(run, still, include.reach, example),
    contributions: include.contributions && contributionsOf(run, still, include.contributions, example),
  };
}

function reachOf(
  { config }: Run,
  still: Standstill,
  wanted: { from: number; to: number },
  { inputs }: Example,
): Reach {
  const { from, to } = clampWindow(wanted, inputs.length);
  const window = still.recallWindow(`${from} ${to}`, () => {
    const norms = still.source.norms(from, to);
    const cellStates = norms.flatMap(({ cellState }) => (cellState ? [cellState] : []));
    return {
      from,
      to,
      hidden: norms.map(({ hidden }) => hidden),
      cellState: config.model.cell === 'lstm' ? cellStates : null,
    };
  });
  const isPart = to - from < inputs.length;
  return { ...window, whole: isPart ? (still.whole()?.result() ?? null) : null };
}

function contributionsOf(
  { config, trainer }: Run,
  { source, recallContributions }: Standstill,
  wanted: { view: number; from: number; to: number },
  example: Example,
): Contributions | null {
  const layout = parameterLayout(config.model);
  if (!Number.isInteger(wanted.view) || wanted.view < 0 || wanted.view >= layout.length) return null;
  const { from, to } = clampWindow(wanted, example.inputs.length);
  const view = layout[wanted.view];
  return recallContributions(`${wanted.view} ${from} ${to}`, () => {
    const values = source.contributions(view, from, to);
    const isAll = trainer.traces.length === 1 && example === config.examples[trainer.example];
    const step = isAll ? trainer.explainStep(view) : null;
    const rest = isAll
      ? remainder(gradientOf(trainer, view), values)
      : othersOf(source, view, from, to, example.inputs.length);
    return { view: wanted.view, from, to, values, rest, step };
  });
}

/** The gradient with respect to one matrix or bias. */
function gradientOf({ gradient }: Trainer, { offset, rows, columns }: ParameterView): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, i) => gradient[offset + i]);
}

/** What is left of the gradient without its parts: nearly 0 where these are all of it. */
function remainder(gradient: Float64Array, parts: Float64Array): Float64Array {
  const rest = gradient.slice();
  for (let i = 0; i < parts.length; i++) rest[i % rest.length] -= parts[i];
  return rest;
}

/** What all timesteps give but those of a window. */
function othersOf(source: GradientReach, view: ParameterView, from: number, to: number, timesteps: number) {
  const rest = source.contributionSum(view, 0, from);
  const later = source.contributionSum(view, to, timesteps);
  for (let i = 0; i < rest.length; i++) rest[i] += later[i];
  return rest;
}

/** What a kept update never changes: computed once for an example, and gone with it. */
const STATES = new WeakMap<Packed, { readonly example: Example; readonly hidden: Float64Array }>();

/** Multiplications up to which a run's way is gone again for its trail, within one answer: a tenth of a second. */
const MAX_PRODUCTS = 2e7;
/** What an update costs, forward passes. */
const UPDATE_COST = 3;
/** The runs whose way was gone again: what is dropped afterwards for want of memory is not missed. */
const FILLED_IN = new WeakSet<Run['past']>();

/** The top layer's states on the example at earlier kept updates. */
export function trailOf(run: Run, count: number, example: Example): TrailPoint[] {
  const { config, trainer, past } = run;
  fillIn(run);
  return past.before(trainer.update, count).map((packed) => {
    const known = STATES.get(packed);
    const isSame = known !== undefined && isSameExample(known.example, example);
    const hidden = isSame ? known.hidden : topStates(config, packed, example);
    STATES.set(packed, { example, hidden });
    return { update: packed.checkpoint.update, hidden: hidden.slice() };
  });
}

/** A run that went on from what was kept of it goes the way there once more, where that is soon done. */
function fillIn({ config, interventions, past }: Run): void {
  if (past.resumedAt === 0 || FILLED_IN.has(past)) return;
  FILLED_IN.add(past);
  if (past.resumedAt * updateProducts(config) > MAX_PRODUCTS) return;
  const again = createTrainer(config);
  while (again.update < past.resumedAt) {
    applyDue(again, interventions);
    past.fillIn(again);
    again.step();
  }
}

function updateProducts({ model, training, examples }: RunConfig): number {
  const timesteps = examples.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const share = Math.min(1, (training.batchSize ?? examples.length) / examples.length);
  return UPDATE_COST * share * timesteps * countParameters(model);
}

function topStates({ model }: RunConfig, packed: Packed, example: Example): Float64Array {
  const { values, ablation } = unpack(packed);
  const parameters = values.subarray(0, countParameters(model));
  return forwardPass(model, parameters, example, ablation).layers[model.layers - 1].hidden;
}

function clampWindow({ from, to }: { from: number; to: number }, timesteps: number) {
  const first = Math.max(0, Math.min(from, timesteps - 1));
  return { from: first, to: Math.max(first + 1, Math.min(to, timesteps)) };
}
