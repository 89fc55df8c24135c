/** The box in which a question is typed, under its name. */
import { useId } from 'react';
import styles from './QuestionBox.module.css';
import type { TypedQuestion } from './useTypedQuestion.ts';

export interface QuestionBoxProps extends Pick<TypedQuestion, 'draft' | 'typing'> {
  readonly name: string;
  /** Of what is typed. */
  readonly language: 'en' | 'ko';
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
        className={styles.box}
        rows={1}
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
