/** What the network answers to the question in sight, whole, beside what is right. */
import * as taskWords from '../../i18n/tasks.ts';
import { rightGuess } from '../../tasks/numbers.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { saidAt } from '../../tasks/task.ts';
import { useRun, useWords } from '../context.ts';
import styles from './Answer.module.css';
import { WordByWord } from './WordByWord.tsx';
import { writtenQuestion } from './writtenQuestion.ts';

export interface AnswerProps {
  /** In the sheet of narrow screens it stays in sight below what is asked. */
  readonly isInSheet?: boolean;
}

export function Answer({ isInSheet = false }: AnswerProps) {
  const words = useWords(taskWords);
  const exercise = useRun((run) => run.exercise);
  const asked = useRun((run) => run.asked);
  const trace = useRun((run) => run.snapshot.trace);
  if (exercise === null || asked === null) return null;
  const { task, reading } = asked;
  const outputs = Array.from({ length: trace.timesteps - task.answerFrom }, (_, index) =>
    saidAt(task, trace, task.answerFrom + index),
  );
  const said = written(exercise, outputs);
  const right = reading.kind === 'ready' ? reading.answer : null;
  /** A mark stands for it, which says nothing when it is read aloud. */
  const isSeen = exercise.kind === 'captions' || exercise.kind === 'motion';
  const isRight = right?.every((output, index) => output === outputs[index]) ?? false;
  const verdict = () => {
    if (reading.kind === 'guess') {
      const known = exercise.kind === 'numbers' ? rightGuess(reading.reason, exercise.choice.tongue) : null;
      return words.guess(known, known === said);
    }
    if (right === null) return words.unknown;
    if (isRight) return words.right;
    const wrong = words.wrong(written(exercise, right));
    if (exercise.kind !== 'motion') return wrong;
    const framesRight = right.filter((output, frame) => output === outputs[frame]).length;
    return `${words.framesRight(framesRight, right.length)}, ${wrong}`;
  };
  return (
    <>
      <p className={isInSheet ? styles.inSheet : styles.answer}>
        <span className={styles.question} aria-hidden={isSeen}>
          {writtenQuestion(exercise, asked)}
        </span>
        <span aria-hidden="true">→</span>
        <output aria-label={words.answer} className={styles.said}>
          {said === '' ? words.nothingSaid : said}
        </output>
        {right !== null && (
          <span className={isRight ? styles.right : styles.wrong} aria-hidden="true">
            {isRight ? '✓' : '✗'}
          </span>
        )}
        <span className={styles.verdict}>{verdict()}</span>
      </p>
      {exercise.kind === 'feelings' && <WordByWord />}
    </>
  );
}

/** In the order of MOTIONS: a word for each frame would fill the page. */
const ARROWS = ['↑', '↓', '←', '→', '·'];

function written({ kind, spell }: LabExercise, outputs: readonly number[]): string {
  return kind === 'motion' ? outputs.map((output) => ARROWS[output]).join(' ') : spell(outputs);
}
