import { type ComponentType, createElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Of what is loaded when it is wanted and could not be had. */
export const missing = createStore(() => ({
  /** Whether a sentence about it is on the page. */
  isTold: false,
  /** How often all that is missing has been asked for again. */
  attempt: 0,
}));

/** To be called where something that a person wants cannot be loaded. */
export function tellMissing(): void {
  missing.setState({ isTold: true });
}

/** Asks again for all that is missing: there may be a network again. */
export function askAgain(): void {
  missing.setState(({ attempt }) => ({ isTold: false, attempt: attempt + 1 }));
}

export interface LazilyOptions<Props> {
  /** What stands there until it is loaded; nothing unless given. */
  readonly waiting?: ComponentType<Props>;
  /** For what nobody asked for: its absence needs no words. */
  readonly isSilent?: boolean;
}

/**
 * A component that is loaded when it is first shown. Where it cannot be had, such as without the network or when the
 * page was published anew meanwhile, the page says so and goes on without it, until something else can be loaded again.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, isSilent = false }: LazilyOptions<Props> = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazily(props) {
    const [Part, setPart] = useState(() => loaded ?? waiting);
    const attempt = useStore(missing, (state) => state.attempt);
    // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
    useEffect(() => {
      // Another one may have loaded it since this one was drawn.
      if (loaded) {
        setPart(() => loaded ?? undefined);
        return;
      }
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
          if (missing.getState().isTold) askAgain();
        },
        () => {
          setPart(undefined);
          if (!isSilent) tellMissing();
        },
      );
    }, [attempt]);
    return Part && createElement(Part, props);
  };
}
