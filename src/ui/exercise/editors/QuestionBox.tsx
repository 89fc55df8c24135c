/** The box in which a question is typed, under its name. */
import { type ComponentProps, useId } from 'react';
import { rowsOf } from '../../rowsOf.ts';
import styles from './QuestionBox.module.css';

const MOST_ROWS = 6;
const LETTERS_PER_ROW = 20;

type Box = ComponentProps<'textarea'>;

export interface QuestionBoxProps {
  readonly name: string;
  /** What stands in the box. */
  readonly draft: string;
  readonly typing: Pick<
    Box,
    'onCompositionStart' | 'onCompositionEnd' | 'onChange' | 'onKeyDown' | 'onPaste' | 'onBlur'
  >;
  /** Of what is typed, where it has to be one. */
  readonly language?: 'en' | 'ko';
  readonly isInvalid: boolean;
  readonly describedBy: string;
  readonly longest: number;
}

export function QuestionBox({
  name,
  language,
  draft,
  typing,
  isInvalid,
  describedBy,
  longest,
}: QuestionBoxProps) {
  const id = useId();
  return (
    <div className={styles.part}>
      <label htmlFor={id} className={styles.label}>
        {name}
      </label>
      <textarea
        id={id}
        lang={language}
        dir="auto"
        className={styles.box}
        rows={rowsOf(draft, LETTERS_PER_ROW, MOST_ROWS)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        maxLength={longest}
        value={draft}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        {...typing}
      />
    </div>
  );
}
