/** The first picture of a run, computed on the page itself, so that it does not wait for the worker. */
import { countParameters, forwardPass, initializeParameters, NO_ABLATION } from '../engine/index.ts';
import type { Config } from '../state/config.ts';
import { NOTHING_MORE } from '../state/sight.ts';
import { modelOf, runConfigOf, type Subject } from '../state/start.ts';
import { saidAt } from '../tasks/task.ts';
import type { RunConfig, Snapshot } from '../worker/protocol.ts';
import { createSession } from '../worker/session.ts';

/** Whatever needs more multiplications than this waits for the worker: the page must not freeze. */
const MAX_PRODUCTS = 4e6;
/** What an update costs, forward passes. */
const UPDATE_COST = 3;
/** The same for what is read once, forwards. */
const MAX_FORWARD_PRODUCTS = 5e7;

/** A run at an update, or null where computing it here would be felt. */
export function firstPicture(config: Config, subject: Subject, update: number): Snapshot | null {
  const started = runConfigOf(config, subject);
  if (products(started) * (1 + UPDATE_COST * update) > MAX_PRODUCTS) return null;
  let picture: Snapshot | null = null;
  const slices: (() => void)[] = [];
  const session = createSession({
    // A clock that stands still: all updates are one slice.
    now: () => 0,
    yieldControl: (slice) => slices.push(slice),
    post: (reply) => {
      if (reply.type === 'snapshots') picture = reply.snapshots[0];
    },
  });
  const probe = subject.asked?.task.example ?? null;
  const include = { ...NOTHING_MORE, probe, parameters: true, curve: true, resume: update > 0 };
  const look = () => {
    for (const slice of slices) slice();
    session.receive({ type: 'pull', requestId: 0, wants: [{ runId: 0, since: 0, include }] });
    return picture;
  };
  session.receive({ type: 'create', runId: 0, config: started, resume: null, update });
  const here = look();
  if (update === 0) return here;
  // Who comes back to where training broke down, or is sent a link to it, is told so as the first one was.
  session.receive({ type: 'advance', runId: 0, count: 1 });
  const next = look();
  return next?.phase.kind === 'diverged' && next.update === update ? next : here;
}

/** A network at an update, as far as a forward pass cannot tell. */
interface Standing extends Pick<Snapshot, 'update' | 'ablation' | 'milestones'> {
  readonly parameters: Float64Array;
  /** Up to this update; null where that is all that is known. */
  readonly curve: Snapshot['curve'];
}

/** What a network says to the example in sight: what is right is counted there, and no gradient is known. */
export function forwardSnapshot(config: Config, { task }: Subject, standing: Standing): Snapshot {
  const { example } = task;
  // What panels ask for comes from the worker, as their first pictures do: gates that were here at once would go again.
  const { gates: _, ...trace } = forwardPass(
    modelOf(config, task),
    standing.parameters,
    example,
    standing.ablation,
  );
  const steps = [...example.targets.keys()].filter((t) => example.targets[t] !== null);
  const correct = steps.filter((t) => saidAt(task, trace, t) === example.targets[t]).length;
  const point = (value: number) => Float64Array.of(value);
  const curve = standing.curve ?? {
    updates: point(standing.update),
    losses: point(steps.reduce((sum, t) => sum + trace.losses[t], 0) / steps.length),
    accuracies: point(correct / steps.length),
  };
  return {
    ...standing,
    curve,
    loss: curve.losses[curve.losses.length - 1],
    runId: 0,
    version: 0,
    phase: { kind: 'paused' },
    correct,
    targets: steps.length,
    gradientNorm: Number.NaN,
    interventions: config.interventions,
    example,
    trace,
    gates: null,
    resume: null,
    reach: null,
    contributions: null,
    trail: null,
    examination: null,
  };
}

/** A run at update 0 without its gradient, or null where even that would be felt, or where it begins with a change. */
export function forwardPicture(config: Config, subject: Subject): Snapshot | null {
  const model = modelOf(config, subject.task);
  const size = countParameters(model);
  if (size * subject.task.example.inputs.length > MAX_FORWARD_PRODUCTS) return null;
  if (config.interventions.some(({ update }) => update === 0)) return null;
  const parameters = new Float64Array(size);
  initializeParameters(parameters, model, config.seed);
  const standing = { update: 0, ablation: NO_ABLATION, milestones: [], parameters, curve: null };
  return forwardSnapshot(config, subject, standing);
}

/** Of a batch whose sequences are as long as they are on average. */
function products({ model, training, examples }: RunConfig): number {
  const { hiddenSize, layers, outputSize } = model;
  const timesteps = examples.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const share = Math.min(1, (training.batchSize ?? examples.length) / examples.length);
  return share * timesteps * hiddenSize * (8 * layers * hiddenSize + outputSize);
}
