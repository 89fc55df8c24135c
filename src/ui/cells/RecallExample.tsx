/** One sequence of what is measured, as it is read: what is to be remembered, where it is asked for, and the answer. */
import { useMemo } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { type RecallKind, recallOptions } from '../../state/sweep.ts';
import { recallExample } from '../../tasks/recall.ts';
import { useWords } from '../context.ts';
import styles from './RecallExample.module.css';

export interface RecallExampleProps {
  readonly kind: RecallKind;
  readonly lag: number;
}

/** Symbols at the beginning and end of a long sequence; those between are counted. A phone has room for so many. */
const BEGINNING = 5;
const END = 4;

export function RecallExample({ kind, lag }: RecallExampleProps) {
  const words = useWords(cellsWords).recall.example;
  const { symbols, answer } = useMemo(() => recallExample(recallOptions(kind, lag)), [kind, lag]);
  // A gap stands for two symbols at least: it takes more room than one.
  const isLong = symbols.length > BEGINNING + END + 1;
  const beginning = symbols.slice(1, isLong ? BEGINNING : -1);
  const end = isLong ? symbols.slice(-END, -1) : [];
  return (
    <div role="img" className={styles.example} aria-label={words.alternative(symbols, answer)}>
      <span className={styles.name}>{words.reads}</span>
      <span className={styles.symbols}>
        <span className={styles.first}>
          <b className={styles.symbol}>{symbols[0]}</b>
          <span className={styles.above}>{words.first}</span>
        </span>
        <Ignored symbols={beginning} />
        {isLong && <span className={styles.gap}>… {words.more(symbols.length - BEGINNING - END)} …</span>}
        <Ignored symbols={end} />
        <span className={styles.last}>
          <span className={styles.symbol}>{symbols[lag]}</span>
          <span className={styles.below}>{words.last[kind]}</span>
        </span>
      </span>
      <span className={styles.answer}>
        <span className={styles.name}>→ {words.answer}</span>
        <b className={styles.symbol}>{answer}</b>
      </span>
    </div>
  );
}

function Ignored({ symbols }: { readonly symbols: readonly string[] }) {
  return symbols.map((symbol, index) => (
    <span key={index} className={styles.symbol}>
      {symbol}
    </span>
  ));
}
