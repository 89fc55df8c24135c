import { Fragment } from 'react';
import { isHeaped } from '../layout/letterSize.ts';
import { letterMark, type TextTask } from '../tasks/text.ts';
import { useMessages } from './context.ts';
import styles from './TextLesson.module.css';

const MOST_LETTERS = 12;
const FIRST = 6;
const LAST = 3;

/** What the network reads and what it learns to say, in one sentence. */
export function TextLesson({ id, task: { letters } }: { readonly id: string; readonly task: TextTask }) {
  const { lesson } = useMessages().controls;
  return (
    <p id={id} className={styles.lesson}>
      {lesson.reads(letters.length, letters.length - 1)} <Letters letters={letters.slice(0, -1)} />
      {lesson.says} <Letters letters={letters.slice(1)} />
    </p>
  );
}

/** Each letter stands for itself, so that they keep the order of the timesteps in any script. */
function Letters({ letters }: { readonly letters: readonly string[] }) {
  const shortened = letters.length > MOST_LETTERS;
  const shown = shortened ? [...letters.slice(0, FIRST), ...letters.slice(-LAST)] : letters;
  return (
    <b className={styles.letters}>
      {shown.map((letter, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {shortened && index === FIRST && '… '}
          <bdi className={isHeaped(letter) ? styles.heaped : undefined}>{letterMark(letter)}</bdi>
        </Fragment>
      ))}
    </b>
  );
}
