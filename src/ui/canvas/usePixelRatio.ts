import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  // Zooming, and moving the window to another screen, both resize it.
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
}

/** Device pixels per CSS pixel. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => devicePixelRatio);
}
