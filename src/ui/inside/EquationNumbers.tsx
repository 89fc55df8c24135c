/** The numbers of an equation: as it is written, then with more and more computed, each stage behind its equals sign. */
import { useId, useState } from 'react';
import type { Operand, Operation } from '../../engine/operation.ts';
import { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Cell } from '../../layout/heatmap.ts';
import { HeatmapExplorer } from '../canvas/HeatmapExplorer.tsx';
import { useRun, useWords } from '../context.ts';
import { useMagnitudeTable } from '../reach/useMagnitudeTable.ts';
import { bracketRows } from './brackets.ts';
import { domainOf, toneOf } from './domain.ts';
import type { EquationLineProps } from './EquationLine.tsx';
import styles from './EquationNumbers.module.css';
import { type Equation, type Token, termsOf } from './equation.ts';
import { isStateBefore } from './held.ts';
import { isAtWork } from './isAtWork.ts';
import { NumberGrid } from './NumberGrid.tsx';
import { hasOwnSymbol, QuantitySymbol } from './QuantitySymbol.tsx';
import { Sign } from './Sign.tsx';
import {
  type Focus,
  isFolded,
  type LettersRest,
  type Shown,
  type ShownPair,
  showPair,
  showRest,
  showVector,
} from './shown.ts';
import { signBefore } from './signBefore.ts';
import { TallSign } from './TallSign.tsx';

export function EquationNumbers(props: EquationLineProps) {
  const { equation } = props;
  const words = useWords(inside);
  const folded = isFolded(equation);
  const { result } = equation;
  return (
    <>
      {folded && hasChoice(result) && <RowChoice {...props} />}
      <div className={styles.numbers}>
        {equation.stages.map((_, stage) => (
          <Stage key={`${stage}`} {...props} stage={stage} />
        ))}
        {result.kind === 'argmax' && (!props.reached || props.reached.has(result.id)) && (
          <span className={styles.letter}>{props.outputs[result.valueAt(0)]}</span>
        )}
      </div>
      <span className="visually-hidden">{folded && words.hint}</span>
    </>
  );
}

function Stage(props: EquationLineProps & { readonly stage: number }) {
  const { equation, layered, active, stage } = props;
  const { result, stages } = equation;
  const whole = stage === stages.length - 1;
  const tokens = stages[stage].map((token) => show(token, equation, props, whole));
  const tall = bracketRows(tokens, rowsOf);
  return (
    <span className={styles.stage}>
      {termsOf(tokens).map((term, position) => (
        <span key={`${position}`} className={styles.term}>
          {position === 0 && stage === 0 && (
            <span className={styles.defined}>
              <QuantitySymbol operand={result} layered={layered} working={isAtWork(result, active)} />
            </span>
          )}
          {position === 0 && (
            <span className={styles.equals}>
              <Sign text={signBefore(equation, stage, props)} />
            </span>
          )}
          {term.map((token, index) =>
            token.kind === 'text' ? (
              <span key={`${index}`} className={styles.between}>
                <TallSign text={token.text} rows={tall.get(token) ?? 1} />
              </span>
            ) : (
              <TokenNumbers key={`${index}`} {...props} token={token} whole={whole} named={stage === 0} />
            ),
          )}
        </span>
      ))}
    </span>
  );
}

/** A token with what is shown of its numbers. */
type ShownToken =
  | Extract<Token, { kind: 'text' }>
  | (Extract<Token, { kind: 'cells' }> & { readonly shown: Shown })
  | (Extract<Token, { kind: 'pair' }> & { readonly shown: ShownPair });

function show(token: Token, equation: Equation, focus: Focus, whole: boolean): ShownToken {
  switch (token.kind) {
    case 'text':
      return token;
    case 'cells':
      return { ...token, shown: showVector(token.operand, equation, focus, whole) };
    case 'pair':
      return { ...token, shown: showPair(token, equation, focus) };
  }
}

/** Rows of the highest matrix or vector that is shown. */
function rowsOf(token: ShownToken): number {
  if (token.kind === 'text') return 1;
  if (token.kind === 'cells') return token.shown.rows.length;
  const { matrix, vector } = token.shown;
  return Math.max(matrix.rows.length, vector.rows.length);
}

interface TokenNumbersProps extends EquationLineProps {
  readonly token: Exclude<ShownToken, { kind: 'text' }>;
  readonly whole: boolean;
  /** Symbols stand at the numbers of the equation as it is written, later at what is new. */
  readonly named: boolean;
}

function TokenNumbers(props: TokenNumbersProps) {
  const { token, equation } = props;
  const words = useWords(inside);
  if (token.kind === 'cells') {
    const { operand } = token;
    return (
      <>
        <Part {...props} operand={operand} shown={token.shown} />
        {isReached(operand, props) && <Others rest={showRest(operand, equation)} />}
      </>
    );
  }
  const { shown: pair } = token;
  return (
    <span className={styles.pair}>
      <span className={styles.factors}>
        <Part {...props} operand={token.matrix} shown={pair.matrix} />
        <Part {...props} operand={token.vector} shown={pair.vector} />
      </span>
      {pair.others > 0 && (
        <span className={styles.others}>{words.othersOf(pair.others, formatFixed(pair.rest, 2))}</span>
      )}
    </span>
  );
}

/** What the letters that are not shown come to. */
function Others({ rest }: { readonly rest: LettersRest | null }) {
  const words = useWords(inside);
  if (!rest) return null;
  const { count, sum } = rest;
  const value = formatFixed(sum?.value ?? 0, 2);
  return (
    <span className={styles.others}>
      {sum === null && words.othersLower(count)}
      {sum?.of === 'powers' && words.othersPowers(count, value)}
      {sum?.of === 'shares' && words.othersOf(count, value)}
    </span>
  );
}

function isReached(operand: Operand, { reached }: EquationLineProps): boolean {
  return operand.kind === 'given' || reached === null || reached.has(operand.id);
}

/** A matrix or vector with its symbol above and its shape below. */
function Part(props: TokenNumbersProps & { readonly operand: Operand; readonly shown: Shown }) {
  const { operand, shown, layered, domains, active, spot, lit, named, whole } = props;
  const words = useWords(inside);
  const isCut = useRun(({ snapshot }) => snapshot.ablation.recurrenceCut) && isStateBefore(operand);
  const isNew = operand.kind !== 'given' && !named;
  return (
    <span
      className={`${styles.part} ${isAtWork(operand, active) ? styles.working : ''}`}
      data-part={operand.id}
    >
      <span className={styles.symbol}>
        {(named || (isNew && hasOwnSymbol(operand))) && (
          <QuantitySymbol operand={operand} layered={layered} />
        )}
      </span>
      <NumberGrid
        operand={operand}
        domains={domains}
        {...shown}
        blank={!isReached(operand, props)}
        spot={spot && spot.operand === operand.id ? `${spot.row},${spot.column}` : null}
        lit={lit?.get(operand.id) ?? null}
        saysHeld={whole}
      />
      <span className={styles.shape}>
        {words.shape(shown.of.rows, shown.of.columns)}
        {isCut && <span className={styles.cut}>{words.cutShort}</span>}
      </span>
    </span>
  );
}

/** The output's later equations show the letters that matter most, whichever is chosen. */
function hasChoice({ layer, kind }: Operation): boolean {
  return layer !== null || kind === 'affine';
}

/** All values of a large vector as a strip of colour, in which one is chosen. */
function RowChoice({ equation, chosen, onChoose, outputs, domains }: EquationLineProps) {
  const words = useWords(inside);
  const id = useId();
  const magnitudes = useMagnitudeTable();
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
        domain={domainOf(result, domains).domain}
        width={Math.min(320, Math.max(120, rows * 5))}
        height={18}
        cursor={pointed ?? { row: 0, column: chosen }}
        onCursor={(cell, way) => {
          setPointed(way === 'pointer' ? cell : null);
          if (cell && way === 'keyboard') onChoose(result.layer, cell.column);
        }}
        onPick={(cell) => onChoose(result.layer, cell.column)}
        {...(toneOf(result) === 'gate' && { colors: magnitudes })}
      />
      <span id={id} className={styles.chosen}>
        {isLetter ? words.chosenLetter(outputs[chosen], rows) : words.chosenUnit(chosen + 1, rows)}
      </span>
    </div>
  );
}
