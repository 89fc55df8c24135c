import { copyParameters, type Trace } from '../engine/index.ts';
import type { Insight } from './insight.ts';
import { traced } from './probe.ts';
import type { Include, Snapshot } from './protocol.ts';
import type { Run } from './run.ts';

/** Whether something is wanted that only `insight` finds. */
export function needsInsight({ reach, contributions, trail }: Include): boolean {
  return reach !== null || contributions !== null || trail > 0;
}

/** Copies everything wanted of a run: all of it is of the trainer's present update and shares no memory. */
export function takeSnapshot(
  runId: number,
  version: number,
  run: Run,
  include: Include,
  insight: Insight | null,
): Snapshot {
  const { trainer, past } = run;
  const { milestones } = past;
  const { example, trace } = traced(run, include.probe);
  return {
    runId,
    version,
    phase: run.phase,
    update: trainer.update,
    loss: trainer.loss,
    correct: trainer.correct,
    targets: trainer.targets,
    gradientNorm: trainer.gradientNorm,
    milestones,
    interventions: run.interventions,
    ablation: trainer.ablation,
    example,
    trace: copyTrace(trace),
    gates: include.gates ? trace.gates.map((gates) => gates.slice()) : null,
    parameters: include.parameters ? copyParameters(trainer.parameters) : null,
    curve: include.curve ? past.curve() : null,
    resume: include.resume ? past.resume(trainer) : null,
    ...(insight?.itemised(run, include, example) ?? { reach: null, contributions: null }),
    trail: include.trail > 0 ? (insight?.trailOf(run, include.trail, example) ?? null) : null,
    examination: include.examination ? run.examinations.latest : null,
  };
}

function copyTrace(trace: Trace): Trace {
  return {
    timesteps: trace.timesteps,
    inputs: trace.inputs.slice(),
    layers: trace.layers.map(({ hidden, cellState }) => ({
      hidden: hidden.slice(),
      cellState: cellState?.slice() ?? null,
    })),
    logits: trace.logits.slice(),
    losses: trace.losses.slice(),
  };
}

/** The memory of a snapshot, to be moved to the page instead of copied again. */
export function transferables(snapshot: Snapshot): ArrayBuffer[] {
  const { trace, gates, parameters, curve, resume, reach, contributions, trail } = snapshot;
  const arrays = [
    trace.inputs,
    trace.logits,
    trace.losses,
    ...trace.layers.flatMap(({ hidden, cellState }) => [hidden, cellState]),
    ...(gates ?? []),
    parameters,
    resume?.checkpoint.values,
    ...[curve, resume?.curve].flatMap((c) => [c?.updates, c?.losses, c?.accuracies]),
    ...(reach?.hidden ?? []),
    ...(reach?.cellState ?? []),
    reach?.whole?.losses,
    ...(reach?.whole?.hidden ?? []),
    ...(reach?.whole?.cellState ?? []),
    contributions?.values,
    contributions?.rest,
    contributions?.step?.carried,
    contributions?.step?.scale,
    ...(trail ?? []).map(({ hidden }) => hidden),
  ];
  return arrays.filter((array) => array != null).map((array) => array.buffer as ArrayBuffer);
}
