import { useState } from 'react';
import type { Cell } from '../../layout/heatmap.ts';
import type { Way } from './HeatmapExplorer.tsx';

/** The cell of a heatmap that the pointer or the keyboard is on. */
export interface PointedCell<Place extends Cell> {
  readonly pointed: Place | null;
  /** For a live region: what is read where the keyboard is, '' where the pointer is. */
  readonly spoken: string;
  readonly point: (at: Place | null, way: Way) => void;
}

/** `exists` tells whether a place is still there: what comes into sight may be smaller than what was pointed at. */
export function usePointedCell<Place extends Cell>(
  exists: (at: Place) => boolean,
  reading: (at: Place) => string,
): PointedCell<Place> {
  const [at, setAt] = useState<Place | null>(null);
  const [spoken, setSpoken] = useState('');
  return {
    pointed: at && exists(at) ? at : null,
    spoken,
    point(next, way) {
      setAt(next);
      setSpoken(next && way === 'keyboard' ? reading(next) : '');
    },
  };
}
