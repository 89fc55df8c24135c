import type { Trace } from '../../engine/index.ts';
import { argmax } from '../../layout/probability.ts';
import { type Round, roundOf } from '../../state/guessing.ts';
import { useRun, useView } from '../context.ts';

/** The round of guesses about the picture on the screen. */
export function useRound(): Round {
  const runId = useRun((run) => run.snapshot.runId);
  const update = useRun((run) => run.snapshot.update);
  const timesteps = useRun((run) => run.snapshot.trace.timesteps);
  return roundOf(
    useView((view) => view.round),
    runId,
    update,
    timesteps,
  );
}

/** Whether the network's predictions are still covered: those of a text, where there is something to guess. */
export function useCovered(): boolean {
  const isGuessing = useView((view) => view.guessing);
  const round = useView((view) => view.round);
  // One answer for all updates: who asks is not drawn anew with each of them.
  return useRun(({ snapshot: { runId, update, trace }, exercise }) => {
    return isGuessing && exercise === null && !roundOf(round, runId, update, trace.timesteps).revealed;
  });
}

/** What the network says at each timestep. */
export function predictionsOf(trace: Trace): number[] {
  const letters = trace.logits.length / trace.timesteps;
  return Array.from({ length: trace.timesteps }, (_, t) => argmax(trace.logits, t * letters, letters));
}
