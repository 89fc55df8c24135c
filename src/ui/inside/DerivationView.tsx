/** One number with the products whose sum it is. */
import type { ReactNode } from 'react';
import type { Derivation, Factor } from '../../engine/derivation.ts';
import type { Operation } from '../../engine/operation.ts';
import { inside } from '../../i18n/inside.ts';
import { colorIndex } from '../../layout/color.ts';
import { useWords } from '../context.ts';
import { useColorTable } from '../scheme.ts';
import styles from './DerivationView.module.css';
import { sumDomainOf } from './domain.ts';
import { FUNCTIONS } from './equation.ts';
import { QuantityMath } from './QuantitySymbol.tsx';
import { useDomains } from './useDomains.ts';
import { type Marks, useMarks } from './useMarks.ts';
import { inBrackets, signOf, writeDerivation } from './writeDerivation.ts';

export function DerivationView({
  operation,
  derivation,
  row,
  timestep,
  fineness = null,
}: {
  /** What it is a row of. */
  readonly operation: Operation;
  readonly derivation: Derivation;
  readonly row: number;
  readonly timestep: number;
  /** How finely it is written where it is compared, from 0; null for as finely as it needs. */
  readonly fineness?: number | null;
}) {
  const words = useWords(inside);
  const marks = useMarks(timestep);
  const { domain } = sumDomainOf(operation, useDomains());
  const { squash, held, terms } = derivation;
  const written = writeDerivation(derivation, row, fineness);
  if (held) {
    return (
      <p className={styles.sum}>
        {derivation.value} ({words.held(derivation.value)})
      </p>
    );
  }
  if (squash === 'argmax') {
    return <p className={styles.sum}>{words.largest(marks.outputs[derivation.value])}</p>;
  }
  const own = squash === 'softmax' ? written.own : null;
  return (
    <p className={styles.sum}>
      {own !== null && (
        <>
          <Power of={own.exponent} /> <Sign text="÷ (" />
        </>
      )}
      {squash === 'negativeLog' && <Sign text="−ln" />}
      {written.terms.length === 0 && written.rest === null && <span>0</span>}
      {written.terms.map(({ index, left, right, product, multiplies }, position) => {
        const term = terms[index];
        return (
          <span key={index} className={styles.termAndSign}>
            {position > 0 && <Sign text="+" />}
            <Chip
              product={squash === 'softmax' || squash === 'negativeLog' ? 0 : term.product}
              domain={domain}
            >
              {squash === 'softmax' ? (
                <span>
                  <Power of={left} /> {signOf(multiplies)} <b>{product}</b>
                </span>
              ) : (
                <span>
                  {inBrackets(left)}
                  {right !== null && ` × ${inBrackets(right)} ${signOf(multiplies)} `}
                  {right !== null && <b>{product}</b>}
                </span>
              )}
              <span className={styles.names}>
                <FactorName factor={term.left} marks={marks} />
                {term.right && <FactorName factor={term.right} marks={marks} />}
              </span>
            </Chip>
          </span>
        );
      })}
      {written.rest !== null && (
        <span className={styles.others}>{words.othersOf(written.others, written.rest)}</span>
      )}
      {own !== null && <Sign text=")" />}
      {own !== null && (
        <>
          <Sign text={signOf(written.adds)} /> {own.power} ÷ {written.total}
        </>
      )}
      <Sign
        text={signOf(squash === 'softmax' || squash === 'negativeLog' ? written.applies : written.adds)}
      />
      {squash === 'tanh' || squash === 'relu' || squash === 'logistic' ? (
        <>
          {written.total} <Sign text="→" /> <span className={styles.function}>{FUNCTIONS[squash]}</span>{' '}
          <Sign text={written.applies ? '→' : '≈'} /> <strong>{written.value}</strong>
        </>
      ) : (
        <strong>{written.value}</strong>
      )}
    </p>
  );
}

function Sign({ text }: { readonly text: string }) {
  return <span className={styles.sign}>{text}</span>;
}

function Power({ of }: { readonly of: string }) {
  return (
    <span>
      <i>e</i>
      <sup>{of}</sup>
    </span>
  );
}

interface ChipProps {
  readonly product: number;
  readonly domain: number;
  readonly children: ReactNode;
}

function Chip({ product, domain, children }: ChipProps) {
  const table = useColorTable();
  const index = colorIndex(product, domain);
  return (
    <span className={styles.chip} style={{ background: table.css[index], color: table.ink[index] }}>
      {children}
    </span>
  );
}

/** The symbol with the row and column it stands at, from 1, or the letter. */
function FactorName({
  factor,
  marks: { inputs, outputs },
}: {
  readonly factor: Factor;
  readonly marks: Marks;
}) {
  const { operand, row, column, complement } = factor;
  const { base, subscript } = operand.name;
  const isOutput = base === 'y' || base === 'p' || subscript === 'y' || subscript === 'hy';
  const first = base === 'x' ? inputs[row] : isOutput ? outputs[row] : row + 1;
  const readsLetters =
    operand.kind === 'given' && column !== null && subscript.startsWith('x') && operand.name.layer === 0;
  const second = column === null ? '' : `,${readsLetters ? inputs[column] : column + 1}`;
  return (
    <span>
      {complement && '1 − '}
      <QuantityMath name={operand.name} layered={false} />
      <span className={styles.index}>
        [{first}
        {second}]
      </span>
    </span>
  );
}
