/** The text that is learned, what it asks of the network, and its letters. */
import { useId } from 'react';
import { asText } from '../tasks/text.ts';
import { useActions, useConfig, useMessages, useRun } from './context.ts';
import { ExampleTexts } from './ExampleTexts.tsx';
import { noticeSentence } from './noticeSentence.ts';
import { rowsOf } from './rowsOf.ts';
import { SegmentedChoice } from './SegmentedChoice.tsx';
import { TextLesson } from './TextLesson.tsx';
import styles from './TrainingText.module.css';
import { LONGEST_TEXT, useTypedText } from './useTypedText.ts';
import { Vocabulary } from './Vocabulary.tsx';

const UNITS = ['syllable', 'jamo'] as const;
const MOST_ROWS = 5;
const LETTERS_PER_ROW = 15;

export function TrainingText() {
  const words = useMessages();
  const actions = useActions();
  const text = useConfig((config) => config.text);
  const unit = useConfig((config) => config.letterUnit);
  const notice = useRun((run) => run.textNotice);
  const task = asText(useRun((run) => run.task));
  const id = useId();
  const { draft, replace, ...typing } = useTypedText(text, unit, actions.setText);
  return (
    <div className={styles.part}>
      <label htmlFor={`${id}-text`} className={styles.label}>
        {words.controls.text}
      </label>
      <div className={styles.box}>
        <textarea
          id={`${id}-text`}
          className={styles.text}
          dir="auto"
          rows={rowsOf(draft, LETTERS_PER_ROW, MOST_ROWS)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          maxLength={LONGEST_TEXT}
          value={draft}
          aria-invalid={notice?.kind === 'tooShort'}
          aria-describedby={notice ? `${id}-notice ${id}-lesson` : `${id}-lesson`}
          {...typing}
        />
      </div>
      <p
        id={`${id}-notice`}
        role="alert"
        className={notice ? styles.notice : undefined}
        data-kind={notice?.kind}
      >
        {notice && noticeSentence(notice, words.notices)}
      </p>
      {task && <TextLesson id={`${id}-lesson`} task={task} />}
      <Vocabulary />
      {/\p{Script=Hangul}/u.test(text) && (
        <SegmentedChoice
          name={words.controls.letterUnit}
          options={UNITS}
          words={words.controls.letterUnits}
          value={unit}
          onChange={(letterUnit) => actions.choose({ letterUnit })}
          small
        />
      )}
      <ExampleTexts present={draft} onChoose={replace} />
    </div>
  );
}
