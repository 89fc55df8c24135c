import type { ReactNode } from 'react';
import { inside } from '../../i18n/inside.ts';
import { useMessages, useRun, useWords } from '../context.ts';
import { gatesOf } from '../gates/gate.ts';
import { useMagnitudeTable } from '../reach/useMagnitudeTable.ts';
import { useColorTable } from '../scheme.ts';
import type { Domain } from './domain.ts';
import styles from './InsideLegend.module.css';
import { useDomains } from './useDomains.ts';

/** Quantities that have their domain in common. */
type Group = readonly [symbols: readonly string[], domain: Domain];

/** What the colours of the numbers mean, with the domain of each quantity. */
export function InsideLegend() {
  const words = useWords(inside);
  const { network } = useMessages();
  const { css: signed } = useColorTable();
  const { css: magnitudes } = useMagnitudeTable();
  const { weights, hidden, cellState, sums, bounded } = useDomains();
  const { cell } = useRun((run) => run.model);
  const readsPixels = useRun(({ task }) => task.example.inputs.some((each) => typeof each !== 'number'));
  const gated = gatesOf({ cell, layers: 1 });
  const gates = gated.flatMap(({ letter, isCandidate }) => (isCandidate ? [] : letter));
  const candidates = gated.flatMap(({ letter, isCandidate }) => (isCandidate ? letter : []));
  const others = [...candidates, ...(readsPixels ? ['x'] : [])];
  const states: readonly Group[] =
    hidden === bounded
      ? [[['h', ...others], bounded]]
      : [
          [['h'], hidden],
          [others, bounded],
        ];
  const all: readonly Group[] = [
    [['W', 'b'], weights],
    ...states,
    [cell === 'lstm' ? ['c'] : [], cellState],
    [cell === 'gru' ? ['a', 's', 'y'] : ['a', 'y'], sums],
  ];
  const groups = all.filter(([symbols]) => symbols.length > 0);
  const each = groups.flatMap(([symbols, { domain, open }]) =>
    symbols.map((symbol) => [symbol, domain, open] as const),
  );
  const text = words.legend(network.legend(each, false), gates);
  return (
    <div className={styles.legend} role="img" aria-label={text} title={text}>
      <span className={styles.entry}>
        − <Ramp colors={[signed[0], signed[128], signed[255]]} /> +
      </span>
      {groups.map(([symbols, { domain, open }]) => (
        <Entry key={symbols.join()} symbols={symbols}>
          {open ? `≤ −${domain} … ≥ +${domain}` : `±${domain}`}
        </Entry>
      ))}
      {gates.length > 0 && (
        <Entry symbols={gates}>
          0 <Ramp colors={[magnitudes[128], magnitudes[129], magnitudes[255]]} /> 1
        </Entry>
      )}
    </div>
  );
}

function Entry({ symbols, children }: { readonly symbols: readonly string[]; readonly children: ReactNode }) {
  return (
    <span className={styles.entry}>
      <i>{symbols.join(', ')}</i> {children}
    </span>
  );
}

function Ramp({ colors }: { readonly colors: readonly string[] }) {
  return (
    <span className={styles.ramp} style={{ background: `linear-gradient(90deg, ${colors.join(', ')})` }} />
  );
}
