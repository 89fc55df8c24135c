import { useMemo } from 'react';
import { tallyOf } from '../../state/guesses.ts';
import type { Run } from '../../state/run.ts';
import { asText } from '../../tasks/text.ts';
import { useRun, useView } from '../context.ts';
import { predictionsOf } from './useRound.ts';

/** What the guesses about the picture on the screen are compared with. */
export function useAnswers() {
  const text = useRun(textOf);
  const trace = useRun((run) => run.snapshot.trace);
  const targets = useRun((run) => run.task.example.targets);
  return useMemo(() => ({ text, said: predictionsOf(trace), targets }), [text, trace, targets]);
}

/** The contest over the text on the screen. */
export function useTally() {
  const text = useRun(textOf);
  return tallyOf(
    useView((view) => view.tally),
    text,
  );
}

/** As letters, because the same text in jamo is another contest. */
function textOf({ task }: Run): string {
  return asText(task)?.letters.join('') ?? '';
}
