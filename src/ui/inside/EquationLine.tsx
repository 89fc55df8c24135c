/** One equation: as symbols, and opened with its numbers. */
import { Fragment, useId } from 'react';
import type { Operand, Operation } from '../../engine/operation.ts';
import { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import { MOST_CELLS } from '../../layout/inside.ts';
import { useWords } from '../context.ts';
import type { Domains } from './domain.ts';
import styles from './EquationLine.module.css';
import { EquationNumbers } from './EquationNumbers.tsx';
import { type Equation, type Token, termsOf } from './equation.ts';
import { isAtWork } from './isAtWork.ts';
import { QuantitySymbol } from './QuantitySymbol.tsx';
import { Sign } from './Sign.tsx';
import type { Focus } from './shown.ts';
import type { Spot } from './spot.ts';

export interface EquationLineProps extends Focus {
  readonly equation: Equation;
  readonly layered: boolean;
  /** On which its numbers are coloured. */
  readonly domains: Domains;
  readonly open: boolean;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onChoose: (layer: number | null, row: number) => void;
  /** The operations done so far, or null where all numbers are shown. */
  readonly reached: ReadonlySet<string> | null;
  /** The one at work, where it belongs to this equation, with its sentence. */
  readonly active: Operation | null;
  readonly sentence: string;
  /** The number that is pointed at, where it belongs to this timestep, and the cells that make it by operand. */
  readonly spot: Spot | null;
  readonly lit: ReadonlyMap<string, ReadonlySet<string>> | null;
}

export function EquationLine(props: EquationLineProps) {
  const { equation, open, onToggle, active, sentence, layered } = props;
  const words = useWords(inside);
  const id = useId();
  const { layer, result } = equation;
  const { base } = result.name;
  const name = words.equation(base, layered && layer !== null ? layer + 1 : null);
  return (
    <div
      role="group"
      className={`${styles.line} ${active ? styles.active : ''}`}
      data-active={active !== null}
      data-open={open}
      aria-label={name}
      data-line={equation.id}
    >
      <div className={styles.head} data-head>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          aria-label={name}
          onClick={() => onToggle(equation.id, !open)}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="m4 2 4 4-4 4" />
          </svg>
        </button>
        <div className={styles.headText}>
          <span className={styles.formula}>
            <QuantitySymbol operand={result} layered={layered} working={isAtWork(result, active)} />
            <Sign text="=" />
            <Formula tokens={equation.stages[0]} layered={layered} active={active} />
          </span>
          <span className={styles.name}>{words.gates[base] ?? words.rows[base]}</span>
          {!open && <ResultText {...props} />}
        </div>
      </div>
      {active && (
        <p className={styles.sentence} data-sentence>
          {sentence}
        </p>
      )}
      <div id={id} hidden={!open}>
        {open && <EquationNumbers {...props} />}
      </div>
    </div>
  );
}

function Formula({
  tokens,
  layered,
  active,
}: Pick<EquationLineProps, 'layered' | 'active'> & { readonly tokens: readonly Token[] }) {
  const symbol = (operand: Operand) => (
    <QuantitySymbol operand={operand} layered={layered} working={isAtWork(operand, active)} />
  );
  return termsOf(tokens).map((term, position) => (
    <span key={`${position}`} className={styles.term}>
      {term.map((token, index) => (
        <Fragment key={`${index}`}>
          {token.kind === 'text' && <Sign text={token.text} />}
          {token.kind === 'cells' && symbol(token.operand)}
          {token.kind === 'pair' && symbol(token.matrix)}
          {token.kind === 'pair' && symbol(token.vector)}
        </Fragment>
      ))}
    </span>
  ));
}

/** What comes out, on one line, where the equation is closed. */
function ResultText({ equation, reached, outputs }: EquationLineProps) {
  const words = useWords(inside);
  const { result } = equation;
  if (reached && !reached.has(result.id)) return null;
  if (result.kind === 'argmax') return <span className={styles.result}>{outputs[result.valueAt(0)]}</span>;
  const shown = Math.min(result.rows, MOST_CELLS);
  const rows = Array.from({ length: shown }, (_, row) => row);
  const held = rows.find(result.isHeld);
  return (
    <span className={styles.result}>
      [
      {rows.map((row) => (
        <Fragment key={row}>
          {row > 0 && '  '}
          <span className={result.isHeld(row) ? styles.held : undefined}>
            {formatFixed(result.valueAt(row), 2)}
          </span>
        </Fragment>
      ))}
      {result.rows > shown && ' …'}]
      {held !== undefined && <span className={styles.heldWord}>{words.held(result.valueAt(held))}</span>}
    </span>
  );
}
