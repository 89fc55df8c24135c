import { type ComponentType, createElement, useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';

/** Whether something that is loaded when it is wanted could not be had, and nobody has put the sentence about it away. */
export const missing = createStore(() => ({ isTold: false }));

/** To be called where something that a person wants cannot be loaded. */
export function tellMissing(): void {
  missing.setState({ isTold: true });
}

export interface LazilyOptions<Props> {
  /** What stands there until it is loaded; nothing unless given. */
  readonly waiting?: ComponentType<Props>;
  /** For what nobody asked for: its absence needs no words. */
  readonly isSilent?: boolean;
}

/**
 * A component that is loaded when it is first shown. Where it cannot be had, such as without the network or when the
 * page was published anew meanwhile, the page says so and goes on without it; the next one asks again.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting, isSilent = false }: LazilyOptions<Props> = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazily(props) {
    const [Part, setPart] = useState(() => loaded ?? waiting);
    useEffect(() => {
      if (loaded) return;
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
          missing.setState({ isTold: false });
        },
        () => {
          setPart(undefined);
          if (!isSilent) tellMissing();
        },
      );
    }, []);
    return Part && createElement(Part, props);
  };
}
