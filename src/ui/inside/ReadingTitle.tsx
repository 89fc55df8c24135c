/** What a number belongs to, typeset as in the equations, and where in it it stands. */
import { Fragment } from 'react';
import type { Operand } from '../../engine/operation.ts';
import { hasOwnSymbol, QuantityMath, signBetween } from './QuantitySymbol.tsx';
import type { Reading } from './reading.ts';

export function ReadingTitle({ reading: { operand, where } }: { readonly reading: Reading }) {
  return (
    <>
      <Written operand={operand} />, {where}
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
