/** Once the network has scrolled away, a strip at the top of the window shows it in small. */
import { type RefObject, useEffect, useState } from 'react';
import { InTurn } from '../InTurn.tsx';
import { lazily } from '../lazily.ts';
import { useMedia } from '../useMedia.ts';
import './KeepInSight.css';

/** Loaded when the network first scrolls away. Nobody asked for it. */
const OverviewStrip = lazily(async () => (await import('./OverviewStrip.tsx')).OverviewStrip, {
  isSilent: true,
});

/** With less of the network than this in sight, its states and predictions are gone. */
const LEAST_SHARE = 1 / 3;
/** What lies below the window counts as in sight: that way the network is still to come. */
const UPWARDS_ONLY = '0px 0px 1000000px 0px';

/** `around` has the network for its only child, and no box of its own: the page lays the network out as if it were not there. */
export function KeepInSight({ around }: { readonly around: RefObject<HTMLElement | null> }) {
  const isAway = useScrolledAway(around);
  // As the bar at the foot, it leaves a small or zoomed screen to the page, and never takes a fifth of a low frame.
  const hasRoom = !useMedia('(max-height: 560px) and (max-width: 559px), (max-height: 280px)');
  return (
    isAway &&
    hasRoom && (
      <InTurn>
        <OverviewStrip network={() => networkIn(around)} />
      </InTurn>
    )
  );
}

function networkIn(around: RefObject<HTMLElement | null>): HTMLElement | null {
  const network = around.current?.firstElementChild;
  return network instanceof HTMLElement ? network : null;
}

function useScrolledAway(around: RefObject<HTMLElement | null>): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const network = networkIn(around);
    if (!network) return;
    const observer = new IntersectionObserver(
      (entries) => setAway((entries.at(-1)?.intersectionRatio ?? 1) < LEAST_SHARE),
      // In a page of another origin, the window of a frame has margins only where it is named.
      { root: document, rootMargin: UPWARDS_ONLY, threshold: LEAST_SHARE },
    );
    observer.observe(network);
    return () => observer.disconnect();
  }, [around]);
  return isAway;
}
