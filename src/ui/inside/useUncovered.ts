/** Keeps the sentence of the operation at work in sight where what is read at the foot would cover it. */
import { type RefObject, useLayoutEffect } from 'react';

/** CSS pixels between the two. */
const AIR = 8;

/** `read` changes with what is read: it is higher for a longer sum. */
export function useUncovered(
  sentence: string,
  read: string | null,
  area: RefObject<HTMLElement | null>,
  foot: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const told = area.current?.querySelector('[data-sentence]');
    if (sentence === '' || read === null || !told || !foot.current) return;
    const { top, bottom } = told.getBoundingClientRect();
    const over = foot.current.getBoundingClientRect();
    // One that a person has scrolled away stays away.
    if (top < over.bottom && bottom > over.top) window.scrollBy(0, bottom - over.top + AIR);
  }, [sentence, read, area, foot]);
}
