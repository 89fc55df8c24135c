/** Leads through examples, never seen and trained on in turn, and says which of them the one in sight is. */
import { useMemo } from 'react';
import * as shapesWords from '../../i18n/shapes.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { useActions, useRun, useWords } from '../context.ts';
import { StepButtons } from '../StepButtons.tsx';
import styles from './ExampleStepper.module.css';

/** Of each kind. */
const OFFERED = 12;

export function ExampleStepper({ name }: { readonly name: string }) {
  const words = useWords(shapesWords);
  const actions = useActions();
  const exercise = useRun((run) => run.exercise);
  const asked = useRun((run) => run.asked);
  const examples = useMemo(() => (exercise === null ? [] : examplesOf(exercise)), [exercise]);
  if (asked === null || examples.length === 0) return null;
  const { reading } = asked;
  const { length } = examples;
  return (
    <div role="group" aria-label={words.examples(name)} className={styles.examples}>
      <StepButtons
        words={{ previous: words.previousExample(name), next: words.nextExample(name) }}
        // After the last comes the first; from one's own, which is none of them, the first is next.
        selected={length + examples.indexOf(asked.question)}
        timesteps={3 * length}
        onSelect={(index) => actions.ask(examples[index % length])}
      >
        <span role="status" className={styles.origin}>
          {words.origins[reading.kind === 'ready' ? reading.origin : 'guess']}
        </span>
      </StepButtons>
    </div>
  );
}

/** The first question, then one of each kind in turn. */
function examplesOf(exercise: LabExercise): readonly string[] {
  const heldOut = exercise.sample('heldOut', OFFERED);
  const training = exercise.sample('training', OFFERED);
  const inTurn = training.flatMap((question, index) => [question, ...heldOut.slice(index, index + 1)]);
  return [...new Set([exercise.firstQuestion, ...inTurn])];
}
