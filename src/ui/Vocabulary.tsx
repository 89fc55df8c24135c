import { useId, useState } from 'react';
import { isolated } from '../i18n/isolated.ts';
import { isHeaped } from '../layout/letterSize.ts';
import { letterMark } from '../tasks/text.ts';
import { useMessages, useRun } from './context.ts';
import styles from './Vocabulary.module.css';

const MOST_LETTERS = 24;

/** The letters of the text with their one-hot indices; a long list opens on demand. */
export function Vocabulary() {
  const words = useMessages().controls;
  const vocabulary = useRun((run) => run.task.outputNames);
  const [open, setOpen] = useState(false);
  const id = useId();
  const long = vocabulary.length > MOST_LETTERS;
  const shown = long && !open ? vocabulary.slice(0, MOST_LETTERS) : vocabulary;
  return (
    <div className={styles.vocabulary}>
      <ul
        id={id}
        className={styles.letters}
        aria-label={words.vocabulary}
        tabIndex={long && open ? 0 : undefined}
      >
        {shown.map((letter, index) => (
          <li
            key={letter}
            className={`${styles.letter} ${isHeaped(letter) ? styles.heaped : ''}`}
            title={words.oneHotIndex(index, isolated(letterMark(letter)))}
          >
            <span className={styles.index}>{index}</span> <bdi>{letterMark(letter)}</bdi>
          </li>
        ))}
      </ul>
      {long && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? words.fewerLetters : words.moreLetters(vocabulary.length - MOST_LETTERS)}
        </button>
      )}
    </div>
  );
}
