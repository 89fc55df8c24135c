import { type RefObject, useEffect } from 'react';

/**
 * What gets the focus by keyboard comes out from below `cover`. Firefox leaves it where it is as long as a part of it
 * is in sight.
 */
export function useUncoveredFocus(cover: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const uncover = ({ target }: FocusEvent) => {
      const element = cover.current;
      if (!element || !(target instanceof Element) || element.contains(target)) return;
      // What sticks to the cover begins a pixel above its edge.
      const isCovered = target.getBoundingClientRect().top < element.getBoundingClientRect().bottom - 1;
      if (isCovered && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('focusin', uncover);
    return () => document.removeEventListener('focusin', uncover);
  }, [cover]);
}
