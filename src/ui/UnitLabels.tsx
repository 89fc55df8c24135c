import { useMemo } from 'react';
import { AxisLabels } from './AxisLabels.tsx';

/** CSS pixels from one unit's number to the next, and the size of the largest. */
const ROOM = 11;
const SIZE = 11;

/** The numbers of the units beside a heatmap of them. */
export function UnitLabels({ units, height }: { readonly units: number; readonly height: number }) {
  const numbers = useMemo(() => Array.from({ length: units }, (_, unit) => String(unit + 1)), [units]);
  return <AxisLabels along="rows" labels={numbers} length={height} spacing={ROOM} largest={SIZE} />;
}
