/**
 * The unrolled network in small, with how well it does, at the top of the window. For screen readers it is two buttons
 * in a group: all else is a picture of figures that they have anyway, and that does not scroll away from them.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { overview } from '../../i18n/overview.ts';
import { useView, useWords } from '../context.ts';
import { TrainButton } from '../Transport.tsx';
import { useMedia } from '../useMedia.ts';
import { OverviewNetwork } from './OverviewNetwork.tsx';
import styles from './OverviewStrip.module.css';
import { Standing } from './Standing.tsx';
import { useUncoveredFocus } from './useUncoveredFocus.ts';

export interface OverviewStripProps {
  /** The figure that has scrolled away. */
  readonly network: () => HTMLElement | null;
}

export function OverviewStrip({ network }: OverviewStripProps) {
  const words = useWords(overview);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const hasLearning = useView((view) => !view.hidden.includes('learning'));
  const strip = useRef<HTMLDivElement>(null);
  usePassedOnFocus(strip, network);
  useUncoveredFocus(strip);
  useMarkedRoot();
  return (
    <div ref={strip} className={styles.strip} role="group" aria-label={words.name}>
      <button
        type="button"
        className={styles.back}
        aria-label={words.backHint}
        title={words.backHint}
        onClick={() => network()?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 14V3M3.5 7.5 8 3l4.5 4.5" />
        </svg>
        <span>{words.back}</span>
      </button>
      <OverviewNetwork />
      {hasLearning && (
        <>
          <Standing />
          <div className={styles.train}>
            <TrainButton place={words.place} />
          </div>
        </>
      )}
    </div>
  );
}

/** For the style of what sticks below the strip. A rule with `:has` would be matched anew with every change of the page. */
function useMarkedRoot(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.strip = '';
    return () => {
      delete dataset.strip;
    };
  }, []);
}

/** Who was on a button of the strip when it went is in the network that took its place. */
function usePassedOnFocus(
  strip: { readonly current: HTMLElement | null },
  network: () => HTMLElement | null,
): void {
  const target = useRef(network);
  useEffect(() => {
    target.current = network;
  });
  useLayoutEffect(() => {
    const element = strip.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const figure = target.current();
      if (!figure) return;
      figure.tabIndex = -1;
      figure.addEventListener('blur', () => figure.removeAttribute('tabindex'), { once: true });
      figure.focus({ preventScroll: true });
    };
  }, [strip]);
}
