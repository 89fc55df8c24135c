import { aftermath } from '../i18n/aftermath.ts';
import { useRun, useWords } from './context.ts';

/** When and how training broke down, and what to do. */
export function DivergedSentence() {
  const words = useWords(aftermath);
  const phase = useRun((run) => (run.phase.kind === 'diverged' ? run.phase : null));
  return phase && words.diverged(phase);
}
