import { useEffect, useState } from 'react';

/** Whether the page has been scrolled since it is there. */
export function useHasScrolled(): boolean {
  const [hasScrolled, setScrolled] = useState(scrollY > 0);
  useEffect(() => {
    const onScroll = () => setScrolled(true);
    addEventListener('scroll', onScroll, { once: true });
    return () => removeEventListener('scroll', onScroll);
  }, []);
  return hasScrolled;
}
