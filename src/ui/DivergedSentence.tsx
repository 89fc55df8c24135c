import { aftermath } from '../i18n/aftermath.ts';
import { useMessages, useRun, useWords } from './context.ts';

/** When and how training broke down, and what to do. */
export function DivergedSentence() {
  const words = useWords(aftermath);
  const { controls, learning } = useMessages();
  const phase = useRun((run) => (run.phase.kind === 'diverged' ? run.phase : null));
  const lastGood = useRun((run) => run.snapshot.update);
  return (
    phase &&
    words.diverged({
      update: phase.update,
      loss: phase.loss,
      lastGood,
      clip: controls.clip,
      reset: learning.reset,
    })
  );
}
