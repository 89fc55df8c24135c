import { type ComponentType, createElement, useEffect, useState } from 'react';

/**
 * A component that is loaded when it is first shown. Where it cannot be had, such as without the network, nothing is
 * shown and the page goes on; the next one asks again.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazily(props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (loaded) return;
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => undefined,
      );
    }, []);
    return Part && createElement(Part, props);
  };
}
