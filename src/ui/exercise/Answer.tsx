/** What the network answers to the question in sight, whole, beside what is right. */
import * as taskWords from '../../i18n/tasks.ts';
import { saidAt } from '../../tasks/task.ts';
import { useRun, useWords } from '../context.ts';
import styles from './Answer.module.css';
import { writtenQuestion } from './writtenQuestion.ts';

export function Answer() {
  const words = useWords(taskWords);
  const exercise = useRun((run) => run.exercise);
  const asked = useRun((run) => run.asked);
  const trace = useRun((run) => run.snapshot.trace);
  if (exercise === null || asked === null) return null;
  const { task, reading } = asked;
  const outputs = Array.from({ length: trace.timesteps - task.answerFrom }, (_, index) =>
    saidAt(task, trace, task.answerFrom + index),
  );
  const said = exercise.spell(outputs);
  const right = reading.kind === 'ready' ? reading.answer : null;
  const isRight = right?.every((output, index) => output === outputs[index]) ?? false;
  const verdict =
    reading.kind === 'guess' ? words.guess : right === null ? words.unknown : isRight ? words.right : '';
  return (
    <p className={styles.answer}>
      <span className={styles.question}>{writtenQuestion(exercise, asked)}</span>
      <span aria-hidden="true">→</span>
      <output aria-label={words.answer} className={styles.said}>
        {said === '' ? words.nothingSaid : said}
      </output>
      {right !== null && (
        <span className={isRight ? styles.right : styles.wrong} aria-hidden="true">
          {isRight ? '✓' : '✗'}
        </span>
      )}
      <span className={styles.verdict}>
        {right !== null && !isRight ? words.wrong(exercise.spell(right)) : verdict}
      </span>
    </p>
  );
}
