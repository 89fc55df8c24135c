/** An equation that follows the run by itself, so that a slow machine can spread many of them over several frames. */
import { memo, useMemo } from 'react';
import { InTurn } from '../InTurn.tsx';
import { EquationLine, type EquationLineProps } from './EquationLine.tsx';
import { equationsOf } from './equation.ts';
import { cellsOf, derivationOf, operandsById } from './spot.ts';
import { useDomains } from './useDomains.ts';
import { useMarks } from './useMarks.ts';
import { useOperations } from './useOperations.ts';

export interface PresentEquationProps
  extends Pick<
    EquationLineProps,
    'layered' | 'open' | 'onToggle' | 'chosen' | 'onChoose' | 'sentence' | 'spot'
  > {
  /** Of the equation, and of the operation at work where it belongs to it. */
  readonly id: string;
  readonly activeId: string | null;
  readonly timestep: number;
  /** Index of the last operation done, or null where all numbers are shown. */
  readonly done: number | null;
}

/** Its properties do not change with the numbers, so that those alone draw it anew. */
export const PresentEquation = memo(function PresentEquation(props: PresentEquationProps) {
  return (
    <InTurn>
      <Present {...props} />
    </InTurn>
  );
});

function Present({ id, activeId, timestep, done, spot, ...rest }: PresentEquationProps) {
  const marks = useMarks(timestep);
  const operations = useOperations()(timestep);
  const domains = useDomains();
  const equation = useMemo(() => equationsOf(operations).find((each) => each.id === id), [operations, id]);
  const reached = useMemo(
    () => (done === null ? null : new Set(operations.slice(0, done + 1).map((each) => each.id))),
    [operations, done],
  );
  const lit = useMemo(() => {
    const derivation = spot && derivationOf(operandsById(operations).get(spot.operand), spot.row);
    return derivation ? cellsOf(derivation) : null;
  }, [operations, spot]);
  // Another network may have come without this equation, before the figure says so.
  if (!equation) return null;
  return (
    <EquationLine
      {...rest}
      equation={equation}
      {...marks}
      domains={domains}
      reached={reached}
      active={operations.find((each) => each.id === activeId) ?? null}
      spot={spot}
      lit={lit}
    />
  );
}
