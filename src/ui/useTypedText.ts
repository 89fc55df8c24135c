import { type ClipboardEvent, type CompositionEvent, type FormEvent, useRef } from 'react';
import { MAX_LETTER_UNITS, splitLetters } from '../tasks/letters.ts';
import { type LetterUnit, MAX_LETTERS, readText } from '../tasks/text.ts';
import { useSettled } from './useSettled.ts';

/** Letters that the box keeps: more than are read, so that what was pasted is rarely lost behind the cut. */
const MOST_LETTERS = 5 * MAX_LETTERS;

/** Code units that the box takes at all: more than the longest text of the longest letters. */
export const LONGEST_TEXT = (MAX_LETTERS + 1) * MAX_LETTER_UNITS;

/** Milliseconds without a keystroke after which a text counts as typed to the end. */
const SETTLES_AFTER = 150;

/** The same where Hangul arrives letter by letter without composition events, as from the keyboard of iOS. */
const HANGUL_SETTLES_AFTER = 700;

/**
 * The text box: what is typed, and when it is handed on. Never while an input method composes. Browsers end a
 * composition in different orders (the last input event before or after compositionend, or a blur before both), so
 * each of them only restarts the wait, and a text that was handed on already is not handed on again.
 */
export function useTypedText(text: string, unit: LetterUnit, setText: (text: string) => void) {
  const composing = useRef(false);
  const settled = useSettled(
    text,
    setText,
    (typed, inForce) => typed === inForce || reads(typed, unit) === inForce,
  );

  const take = (value: string, delay: number | null) => settled.change(withinBounds(value), delay);
  return {
    draft: settled.draft,
    replace(next: string) {
      composing.current = false;
      settled.change(next, null);
      settled.flush();
    },
    onCompositionStart() {
      composing.current = true;
      settled.change(settled.draft, null);
    },
    onCompositionEnd(event: CompositionEvent<HTMLTextAreaElement>) {
      composing.current = false;
      take(event.currentTarget.value, SETTLES_AFTER);
    },
    onChange({ currentTarget, nativeEvent }: FormEvent<HTMLTextAreaElement>) {
      const { isComposing = false, data = null } = nativeEvent as Partial<InputEvent>;
      const delay = data !== null && /^\p{Script=Hangul}$/u.test(data) ? HANGUL_SETTLES_AFTER : SETTLES_AFTER;
      take(currentTarget.value, composing.current || isComposing ? null : delay);
    },
    /** A browser takes seconds to lay out a megabyte, so a long paste is cut before it is in the box. */
    onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
      const pasted = event.clipboardData.getData('text/plain');
      const kept = withinBounds(pasted);
      if (kept === pasted) return;
      event.preventDefault();
      // Nothing else that inserts a text can be undone.
      if (document.execCommand?.('insertText', false, kept)) return;
      const box = event.currentTarget;
      box.setRangeText(kept, box.selectionStart, box.selectionEnd, 'end');
      take(box.value, SETTLES_AFTER);
    },
    onBlur() {
      composing.current = false;
      settled.flush();
    },
  };
}

/** What is trained on when `typed` is handed on: normalised, cut. */
function reads(typed: string, unit: LetterUnit): string | null {
  const reading = readText(typed, unit);
  return reading.kind === 'tooShort' ? null : reading.task.text;
}

function withinBounds(text: string): string {
  let kept = '';
  let letters = 0;
  for (const letter of splitLetters(text)) {
    if (letters === MOST_LETTERS) return kept;
    kept += letter;
    letters += 1;
  }
  return text;
}
