/** The text of one-to-one is typed: another network begins to learn it. */
import { useId, useState } from 'react';
import { grouped } from '../../i18n/numbers.ts';
import { splitLetters } from '../../tasks/letters.ts';
import { asText, readText } from '../../tasks/text.ts';
import { useActions, useConfig, useMessages, useRun } from '../context.ts';
import { QuestionBox } from '../exercise/editors/QuestionBox.tsx';
import styles from '../exercise/editors/QuestionEditor.module.css';
import notes from '../exercise/editors/ReadingNote.module.css';
import { noticeSentence } from '../noticeSentence.ts';
import { TextLesson } from '../TextLesson.tsx';
import { LONGEST_TEXT, useTypedText } from '../useTypedText.ts';
import { useShapes } from './shapesContext.ts';

/** A card draws every timestep: as many as those of the longest video. */
const MOST_LETTERS = 60;
/** How many of the letters before a cut say where it is. */
const LAST_LETTERS = 12;

export function OwnText() {
  const words = useMessages();
  const actions = useActions();
  const { actions: together } = useShapes();
  const text = useConfig((config) => config.text);
  const unit = useConfig((config) => config.letterUnit);
  const notice = useRun((run) => run.textNotice);
  const task = asText(useRun((run) => run.task));
  const id = useId();
  /** What was typed to the end last; the text in force is as much of it as fits. */
  const [typed, setTyped] = useState(text);
  const kept = firstLetters(typed);
  const isCut = kept.length < typed.length && kept === text;
  const learn = (next: string) => {
    const reading = readText(next, unit);
    const isOther = reading.kind !== 'tooShort' && reading.task.text !== text;
    if (isOther) {
      actions.pause();
      together.measureDepths('text', false);
    }
    actions.setText(next);
    // Another text begins without the changes of the last one; a letter alone has no memory from its first update on.
    if (isOther) actions.intervene({ kind: 'cut' });
  };
  const { draft, onCompositionStart, onCompositionEnd, onChange, onPaste, onBlur } = useTypedText(
    isCut ? typed : text,
    unit,
    (next) => {
      setTyped(next);
      learn(firstLetters(next));
    },
  );
  const lastLetters = [...splitLetters(kept)].slice(-LAST_LETTERS).join('');
  return (
    <section className={styles.editor} aria-label={words.controls.text}>
      <QuestionBox
        name={words.controls.text}
        draft={draft}
        typing={{ onCompositionStart, onCompositionEnd, onChange, onPaste, onBlur }}
        isInvalid={notice?.kind === 'tooShort'}
        describedBy={`${id} ${id}-lesson`}
        longest={LONGEST_TEXT}
      />
      <p
        id={id}
        role="status"
        className={notes.note}
        data-kind={notice?.kind === 'tooShort' ? 'unreadable' : notice || isCut ? 'guess' : undefined}
      >
        {notice
          ? noticeSentence(notice, words.notices)
          : isCut && words.notices.tooLong(grouped(MOST_LETTERS), lastLetters)}
      </p>
      {task && <TextLesson id={`${id}-lesson`} task={task} />}
    </section>
  );
}

function firstLetters(text: string): string {
  let kept = '';
  let letters = 0;
  for (const letter of splitLetters(text)) {
    if (letters === MOST_LETTERS) return kept;
    kept += letter;
    letters++;
  }
  return text;
}
