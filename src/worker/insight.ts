/** What is computed for a picture alone, and only when it is asked for. */
import {
  countParameters,
  createGradientReach,
  forwardPass,
  type GradientReach,
  parameterLayout,
} from '../engine/index.ts';
import { type Packed, unpack } from './packing.ts';
import type { Contributions, Include, Reach, RunConfig, Snapshot, TrailPoint } from './protocol.ts';
import type { Run } from './run.ts';

/** How far errors reach back, and what each timestep gives to a gradient. */
export function itemised(run: Run, include: Include): Pick<Snapshot, 'reach' | 'contributions'> {
  if (include.reach === null && include.contributions === null) return { reach: null, contributions: null };
  const { config, trainer } = run;
  const source = createGradientReach({
    model: config.model,
    parameters: trainer.parameters,
    example: config.examples[0],
    truncation: config.training.truncation,
    ablation: trainer.ablation,
  });
  return {
    reach: include.reach && reachOf(run, source, include.reach),
    contributions: include.contributions && contributionsOf(run, source, include.contributions),
  };
}

function reachOf(
  { config, trainer }: Run,
  source: GradientReach,
  window: { from: number; to: number },
): Reach {
  const { from, to } = clampWindow(window, trainer.traces[0].timesteps);
  const norms = source.norms(from, to);
  const cellStates = norms.flatMap(({ cellState }) => (cellState ? [cellState] : []));
  return {
    from,
    to,
    hidden: norms.map(({ hidden }) => hidden),
    cellState: config.model.cell === 'lstm' ? cellStates : null,
  };
}

function contributionsOf(
  { config, trainer }: Run,
  source: GradientReach,
  wanted: { view: number; from: number; to: number },
): Contributions | null {
  const layout = parameterLayout(config.model);
  if (!Number.isInteger(wanted.view) || wanted.view < 0 || wanted.view >= layout.length) return null;
  const window = clampWindow(wanted, trainer.traces[0].timesteps);
  const view = layout[wanted.view];
  const { from, to } = window;
  const rest = source.contributionSum(view, 0, from);
  const later = source.contributionSum(view, to, trainer.traces[0].timesteps);
  for (let i = 0; i < rest.length; i++) rest[i] += later[i];
  const values = source.contributions(view, from, to);
  const step = trainer.traces.length === 1 ? trainer.explainStep(view) : null;
  return { view: wanted.view, from, to, values, rest, step };
}

/** What a kept update never changes: computed once, and gone with it. */
const STATES = new WeakMap<Packed, Float64Array>();

/** The top layer's states at earlier kept updates. */
export function trailOf({ config, trainer, past }: Run, count: number): TrailPoint[] {
  return past.before(trainer.update, count).map((packed) => {
    const hidden = STATES.get(packed) ?? topStates(config, packed);
    STATES.set(packed, hidden);
    return { update: packed.checkpoint.update, hidden: hidden.slice() };
  });
}

function topStates({ model, examples }: RunConfig, packed: Packed): Float64Array {
  const { values, ablation } = unpack(packed);
  const parameters = values.subarray(0, countParameters(model));
  return forwardPass(model, parameters, examples[0], ablation).layers[model.layers - 1].hidden;
}

function clampWindow({ from, to }: { from: number; to: number }, timesteps: number) {
  const first = Math.max(0, Math.min(from, timesteps - 1));
  return { from: first, to: Math.max(first + 1, Math.min(to, timesteps)) };
}
