import type { Trace } from '../engine/index.ts';
import type { Include, Snapshot } from './protocol.ts';
import type { Run } from './run.ts';

/** Copies everything wanted of a run: all of it is of the trainer's present update and shares no memory. */
export function takeSnapshot(runId: number, version: number, run: Run, include: Include): Snapshot {
  const { trainer, firstRight } = run;
  return {
    runId,
    version,
    phase: run.phase,
    update: trainer.update,
    loss: trainer.loss,
    correct: trainer.correct,
    targets: trainer.targets,
    gradientNorm: trainer.gradientNorm,
    firstRight,
    interventions: run.interventions,
    trace: copyTrace(trainer.traces[0]),
    parameters: include.parameters ? trainer.parameters.slice() : null,
    curve: include.curve ? run.curve() : null,
    resume: include.resume ? { checkpoint: trainer.save(), curve: run.curve(), firstRight } : null,
  };
}

function copyTrace(trace: Trace): Trace {
  return {
    timesteps: trace.timesteps,
    inputs: trace.inputs.slice(),
    layers: trace.layers.map(({ hidden, cellState, gates }) => ({
      hidden: hidden.slice(),
      cellState: cellState?.slice() ?? null,
      gates: gates.slice(),
    })),
    logits: trace.logits.slice(),
    losses: trace.losses.slice(),
  };
}

/** The memory of a snapshot, to be moved to the page instead of copied again. */
export function transferables({ trace, parameters, curve, resume }: Snapshot): ArrayBuffer[] {
  const arrays = [
    trace.inputs,
    trace.logits,
    trace.losses,
    ...trace.layers.flatMap(({ hidden, cellState, gates }) => [hidden, cellState, gates]),
    parameters,
    resume?.checkpoint.values,
    ...[curve, resume?.curve].flatMap((c) => [c?.updates, c?.losses, c?.accuracies]),
  ];
  return arrays.filter((array) => array != null).map((array) => array.buffer as ArrayBuffer);
}
