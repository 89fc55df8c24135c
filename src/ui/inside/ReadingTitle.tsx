/** What a number belongs to, typeset as in the equations, its value where that is not told below, and where it stands. */
import { Fragment } from 'react';
import type { Operand } from '../../engine/operation.ts';
import { hasOwnSymbol, QuantityMath, signBetween } from './QuantitySymbol.tsx';
import type { Reading } from './reading.ts';

export function ReadingTitle({ reading, valued }: { readonly reading: Reading; readonly valued: boolean }) {
  const { operand, value, where } = reading;
  return (
    <>
      <Written operand={operand} />
      {/* Behind the step it would look like a part of the number of the step. */}
      {valued ? ` = ${value} · ` : ', '}
      {where}
    </>
  );
}

/** What has no name of its own is written out. */
function Written({ operand }: { readonly operand: Operand }) {
  if (operand.kind === 'given' || hasOwnSymbol(operand)) {
    return <QuantityMath name={operand.name} layered={false} />;
  }
  return operand.operands.map((each, index) => (
    <Fragment key={each.id}>
      {index > 0 && signBetween(operand)}
      <Written operand={each} />
    </Fragment>
  ));
}
