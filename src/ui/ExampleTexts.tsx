import { useId } from 'react';
import { useActions, useMessages } from './context.ts';
import styles from './ExampleTexts.module.css';

/** Texts to try. */
export function ExampleTexts({
  present,
  onChoose,
}: {
  readonly present: string;
  readonly onChoose: (text: string) => void;
}) {
  const words = useMessages().controls;
  const { openSlide } = useActions();
  const id = useId();
  return (
    <div className={styles.examples} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {words.examples}
      </span>
      {words.exampleTexts.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className={styles.example}
          aria-pressed={text === present}
          onClick={() => onChoose(text)}
        >
          {name}
        </button>
      ))}
      {openSlide && (
        <button type="button" className={styles.example} title={words.slideHint} onClick={openSlide}>
          {words.slide}
        </button>
      )}
    </div>
  );
}
