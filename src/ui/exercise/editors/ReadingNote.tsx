/** A sentence about the question, where a reader hears it as soon as it changes. */
import * as exerciseWords from '../../../i18n/exercise.ts';
import type { LabExercise } from '../../../tasks/questions.ts';
import { useWords } from '../../context.ts';
import styles from './ReadingNote.module.css';
import { readingSentence } from './readingSentence.ts';

export interface ReadingNoteProps {
  readonly id: string;
  readonly exercise: LabExercise;
  readonly reading: Parameters<typeof readingSentence>[1];
  /** Why the question could not be changed just now, said instead. */
  readonly refusal?: string | null;
}

export function ReadingNote({ id, exercise, reading, refusal = null }: ReadingNoteProps) {
  const words = useWords(exerciseWords);
  return (
    <p
      id={id}
      role="status"
      className={styles.note}
      data-kind={refusal === null ? kindOf(reading) : 'refusal'}
    >
      {refusal ?? readingSentence(exercise, reading, words)}
    </p>
  );
}

/** How it looks: what is only not there yet is no mistake. */
function kindOf(reading: ReadingNoteProps['reading']): string {
  if (reading.kind === 'ready') return reading.origin;
  return reading.reason.kind === 'noFrame' || reading.reason.kind === 'empty' ? 'empty' : reading.kind;
}
