/** Questions from the data: of those trained on, and of those that never were. */
import { useId } from 'react';
import * as exerciseWords from '../../../i18n/exercise.ts';
import { useWords } from '../../context.ts';
import type { QuestionEditorProps } from '../QuestionEditor.tsx';
import styles from './OtherQuestions.module.css';

/** After so many they come again. */
const OFFERED = 24;

export function OtherQuestions({ exercise, question, onAsk }: QuestionEditorProps) {
  const words = useWords(exerciseWords);
  const id = useId();
  const takeNext = (origin: 'training' | 'heldOut') => {
    const offered = exercise.sample(origin, OFFERED);
    onAsk(offered[(offered.indexOf(question) + 1) % offered.length]);
  };
  return (
    <div role="group" aria-labelledby={id} className={styles.others}>
      <span id={id}>{words.others}</span>
      <button
        type="button"
        className={styles.other}
        title={words.fromTrainingHint}
        onClick={() => takeNext('training')}
      >
        {words.fromTraining}
      </button>
      <button
        type="button"
        className={styles.other}
        title={words.fromHeldOutHint}
        onClick={() => takeNext('heldOut')}
      >
        {words.fromHeldOut}
      </button>
    </div>
  );
}
