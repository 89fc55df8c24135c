import { type ChangeEvent, type CompositionEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { LabExercise } from '../../../tasks/questions.ts';
import { useSettled } from '../../useSettled.ts';

/** Milliseconds without a keystroke after which a question counts as typed to the end. */
const SETTLES_AFTER = 250;
/** The same where Hangul arrives letter by letter without composition events, as from the keyboard of iOS. */
const HANGUL_SETTLES_AFTER = 700;

export interface TypedQuestion {
  /** What stands in the box. */
  readonly draft: string;
  /** What was typed to the end last, asked or not. */
  readonly settled: string;
  /** For the box. */
  readonly typing: {
    onCompositionStart(): void;
    onCompositionEnd(event: CompositionEvent<HTMLTextAreaElement>): void;
    onChange(event: ChangeEvent<HTMLTextAreaElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
    onBlur(): void;
  };
}

/**
 * A question that is typed: asked once it is typed to the end and can be read, never while an input method composes.
 * What was typed stays in the box as it was; another question from elsewhere takes its place.
 */
export function useTypedQuestion(
  exercise: LabExercise,
  question: string,
  onAsk: (question: string) => void,
): TypedQuestion {
  const [settled, setSettled] = useState(question);
  const composing = useRef(false);
  const writtenAs = (typed: string) => exercise.asked(typed)?.question ?? null;
  const isEcho = (typed: string, inForce: string) => typed === inForce || writtenAs(typed) === inForce;
  const { draft, change, flush } = useSettled(
    question,
    (typed: string) => {
      setSettled(typed);
      const written = writtenAs(typed);
      if (written !== null && written !== question) onAsk(written);
    },
    isEcho,
  );
  const [known, setKnown] = useState(question);
  if (question !== known) {
    setKnown(question);
    if (!isEcho(settled, question)) setSettled(question);
  }
  return {
    draft,
    settled,
    typing: {
      onCompositionStart() {
        composing.current = true;
        change(draft, null);
      },
      onCompositionEnd({ currentTarget }) {
        composing.current = false;
        change(currentTarget.value, SETTLES_AFTER);
      },
      onChange({ currentTarget, nativeEvent }) {
        const { isComposing = false, data = null } = nativeEvent as Partial<InputEvent>;
        const delay =
          data !== null && /^\p{Script=Hangul}$/u.test(data) ? HANGUL_SETTLES_AFTER : SETTLES_AFTER;
        change(currentTarget.value, composing.current || isComposing ? null : delay);
      },
      /** Enter asks at once; the one that ends a composition belongs to the input method. */
      onKeyDown(event) {
        if (event.key !== 'Enter' || composing.current || event.nativeEvent.isComposing) return;
        event.preventDefault();
        flush();
      },
      onBlur() {
        composing.current = false;
        flush();
      },
    },
  };
}
