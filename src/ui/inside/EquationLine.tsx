/** One equation: as symbols, and opened with its numbers. */
import { Fragment, useId, useState } from 'react';
import type { Operand, Operation } from '../../engine/operation.ts';
import { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Cell } from '../../layout/heatmap.ts';
import { MOST_CELLS } from '../../layout/inside.ts';
import { letterMark } from '../../tasks/text.ts';
import { HeatmapExplorer } from '../canvas/HeatmapExplorer.tsx';
import { useWords } from '../context.ts';
import { domainOf } from './domain.ts';
import styles from './EquationLine.module.css';
import type { Equation, Token } from './equation.ts';
import { NumberGrid } from './NumberGrid.tsx';
import { hasOwnSymbol, QuantitySymbol } from './QuantitySymbol.tsx';
import { type Focus, isFolded, type Shown, showPair, showVector } from './shown.ts';
import type { Spot } from './spot.ts';

export interface EquationLineProps extends Focus {
  readonly equation: Equation;
  readonly layered: boolean;
  readonly relu: boolean;
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
      aria-label={name}
      data-line={equation.id}
    >
      <div className={styles.head}>
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
            <QuantitySymbol operand={equation.result} layered={layered} />
            <Sign text="=" />
            <Formula tokens={equation.stages[0]} layered={layered} />
          </span>
          <span className={styles.name}>{words.gates[base] ?? words.rows[base]}</span>
          {!open && <ResultText {...props} />}
        </div>
      </div>
      {active && <p className={styles.sentence}>{sentence}</p>}
      <div id={id} hidden={!open}>
        {open && <EquationNumbers {...props} />}
      </div>
    </div>
  );
}

function Formula({ tokens, layered }: { readonly tokens: readonly Token[]; readonly layered: boolean }) {
  return tokens.map((token, index) => {
    const key = `${index}`;
    if (token.kind === 'text') return <Sign key={key} text={token.text} />;
    if (token.kind === 'cells') return <QuantitySymbol key={key} operand={token.operand} layered={layered} />;
    return (
      <Fragment key={key}>
        <QuantitySymbol operand={token.matrix} layered={layered} />
        <QuantitySymbol operand={token.vector} layered={layered} />
      </Fragment>
    );
  });
}

function Sign({ text }: { readonly text: string }) {
  return <span className={/[a-zσ]/i.test(text) ? styles.word : styles.sign}>{text}</span>;
}

/** What comes out, on one line, where the equation is closed. */
function ResultText({ equation, reached, vocabulary }: EquationLineProps) {
  const { result } = equation;
  if (reached && !reached.has(result.id)) return null;
  if (result.kind === 'argmax')
    return <span className={styles.result}>{letterMark(vocabulary[result.valueAt(0)])}</span>;
  const shown = Math.min(result.rows, MOST_CELLS);
  const values = Array.from({ length: shown }, (_, row) => formatFixed(result.valueAt(row), 2));
  return (
    <span className={styles.result}>
      [{values.join('  ')}
      {result.rows > shown && ' …'}]
    </span>
  );
}

function EquationNumbers(props: EquationLineProps) {
  const { equation, layered } = props;
  const words = useWords(inside);
  const folded = isFolded(equation);
  const last = equation.stages.length - 1;
  const { result } = equation;
  return (
    <>
      {folded && hasChoice(result) && <RowChoice {...props} />}
      <div className={styles.numbers}>
        {equation.stages.map((tokens, stage) => (
          <span key={`${stage}`} className={styles.stage}>
            {stage === 0 && <QuantitySymbol operand={result} layered={layered} />}
            <Sign text="=" />
            {tokens.map((token, index) => (
              <TokenNumbers
                key={`${index}`}
                token={token}
                whole={stage === last}
                named={stage === 0}
                {...props}
              />
            ))}
          </span>
        ))}
        {result.kind === 'argmax' && (!props.reached || props.reached.has(result.id)) && (
          <span className={styles.letter}>{letterMark(props.vocabulary[result.valueAt(0)])}</span>
        )}
      </div>
      <span className="visually-hidden">{folded && words.hint}</span>
    </>
  );
}

interface TokenNumbersProps extends EquationLineProps {
  readonly token: Token;
  readonly whole: boolean;
  /** Symbols and shapes stand at the numbers of the equation as it is written, later at what is new. */
  readonly named: boolean;
}

function TokenNumbers(props: TokenNumbersProps) {
  const { token, equation, whole } = props;
  const words = useWords(inside);
  if (token.kind === 'text') return <Sign text={token.text} />;
  if (token.kind === 'cells') {
    return (
      <Part {...props} operand={token.operand} shown={showVector(token.operand, equation, props, whole)} />
    );
  }
  const pair = showPair(token, equation, props);
  return (
    <span className={styles.pair}>
      <Part {...props} operand={token.matrix} shown={pair.matrix} />
      <Part {...props} operand={token.vector} shown={pair.vector} />
      {pair.others > 0 && (
        <span className={styles.others}>{words.othersOf(pair.others, formatFixed(pair.rest, 2))}</span>
      )}
    </span>
  );
}

/** A matrix or vector with its symbol above and its shape below. */
function Part({
  operand,
  shown,
  layered,
  relu,
  reached,
  active,
  spot,
  lit,
  named,
}: TokenNumbersProps & { readonly operand: Operand; readonly shown: Shown }) {
  const words = useWords(inside);
  const isNew = operand.kind !== 'given' && !named;
  const width = operand.kind === 'given' ? operand.columns : 1;
  const isActive = active !== null && (active === operand || active.operands.includes(operand));
  return (
    <span className={`${styles.part} ${isActive ? styles.working : ''}`} data-part={operand.id}>
      <span className={styles.symbol}>
        {(named || (isNew && hasOwnSymbol(operand))) && (
          <QuantitySymbol operand={operand} layered={layered} />
        )}
      </span>
      <NumberGrid
        operand={operand}
        relu={relu}
        {...shown}
        blank={operand.kind !== 'given' && reached !== null && !reached.has(operand.id)}
        spot={spot && spot.operand === operand.id ? `${spot.row},${spot.column}` : null}
        lit={lit?.get(operand.id) ?? null}
      />
      <span className={styles.shape}>{(named || isNew) && words.shape(operand.rows, width)}</span>
    </span>
  );
}

/** The output's later equations show the letters that matter most, whichever is chosen. */
function hasChoice({ layer, kind }: Operation): boolean {
  return layer !== null || kind === 'affine';
}

/** All values of a large vector as a strip of colour, in which one is chosen. */
function RowChoice({ equation, chosen, onChoose, vocabulary, relu }: EquationLineProps) {
  const words = useWords(inside);
  const id = useId();
  const { result } = equation;
  const { rows } = result;
  const values = Float64Array.from({ length: rows }, (_, row) => result.valueAt(row));
  const [pointed, setPointed] = useState<Cell | null>(null);
  const isLetter = result.name.base === 'y';
  return (
    <div className={styles.choice}>
      <HeatmapExplorer
        label={words.chooseUnit(result.name.base, rows)}
        describedBy={id}
        values={values}
        grid={{ rows: 1, columns: rows, offset: 0, rowStride: rows, columnStride: 1 }}
        domain={domainOf(result, relu)}
        width={Math.min(320, Math.max(120, rows * 5))}
        height={18}
        cursor={pointed ?? { row: 0, column: chosen }}
        onCursor={(cell, way) => {
          setPointed(way === 'pointer' ? cell : null);
          if (cell && way === 'keyboard') onChoose(result.layer, cell.column);
        }}
        onPick={(cell) => onChoose(result.layer, cell.column)}
      />
      <span id={id} className={styles.chosen}>
        {isLetter
          ? words.chosenLetter(letterMark(vocabulary[chosen]), rows)
          : words.chosenUnit(chosen + 1, rows)}
      </span>
    </div>
  );
}
