/** The question as the network reads it: word by word, and which of them it does not know. */
import * as exerciseWords from '../../../i18n/exercise.ts';
import { UNKNOWN } from '../../../tasks/letterMark.ts';
import { useWords } from '../../context.ts';
import styles from './ReadWords.module.css';

/** So many words fit without a scroll bar in any card; of more the keyboard reaches the frame, to scroll it. */
const NEVER_SCROLLS = 12;

export interface ReadWordsProps {
  readonly words: readonly string[];
  readonly isKnown: (word: string) => boolean;
  /** What is read in the place of a word that is not known; nothing without it. */
  readonly unknown?: string;
}

export function ReadWords({ words, isKnown, unknown }: ReadWordsProps) {
  const { reads, unknownWord } = useWords(exerciseWords);
  return (
    <div
      className={styles.frame}
      {...(words.length > NEVER_SCROLLS && { role: 'group', 'aria-label': reads, tabIndex: 0 })}
    >
      <ol className={styles.words} aria-label={reads}>
        {words.map((word, index) => (
          <li key={index} className={isKnown(word) ? styles.word : styles.unknown}>
            {isKnown(word) ? (
              word
            ) : (
              <>
                <span aria-hidden="true" title={unknownWord(word, unknown)}>
                  {word} <b>{UNKNOWN}</b>
                </span>
                <span className="visually-hidden">{unknownWord(word, unknown)}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
