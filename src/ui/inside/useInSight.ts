/** Whether an element can be seen: its beginning, and not below what sticks to the foot of a narrow window. */
import { type RefObject, useEffect, useState } from 'react';

/** CSS pixels of it that are to be seen. */
const BEGINNING = 110;

/** `isThere` says whether the element is on the page at all. */
export function useInSight(element: RefObject<HTMLElement | null>, isThere: boolean): boolean {
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    if (!isThere || !element.current || !('IntersectionObserver' in window)) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setInSight(entries.at(-1)?.isIntersecting ?? false),
      {
        rootMargin: `0px 0px -${BEGINNING}px`,
      },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isThere]);
  return isThere && isInSight;
}
