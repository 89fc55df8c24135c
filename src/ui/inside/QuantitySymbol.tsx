/** The symbol of a quantity in real mathematical typesetting, coloured, and linked with its place in the network. */
import { createElement, Fragment, memo, type ReactElement } from 'react';
import type { Operand, Operation, QuantityName } from '../../engine/operation.ts';
import { partAt } from '../../tasks/task.ts';
import { useRun, useView, useViewStore } from '../context.ts';
import { indexed, letters } from '../MathSymbol.tsx';
import { isLit, lightOf } from './light.ts';
import styles from './QuantitySymbol.module.css';

export interface QuantitySymbolProps {
  readonly operand: Operand;
  /** Whether the network has several layers, which are then named. */
  readonly layered: boolean;
  /** Whether the operation at work reads or makes it. */
  readonly working?: boolean;
}

/** Points both ways: its block or arrow lights up with it, and it with them. */
export const QuantitySymbol = memo(function QuantitySymbol(props: QuantitySymbolProps) {
  const { operand, layered, working = false } = props;
  const view = useViewStore();
  const timestep = useView((state) => state.timestep);
  const part = useRun(({ task }) => partAt(task, timestep));
  const light = lightOf(operand, part);
  const lit = useView((state) => isLit(operand, state, part));
  return (
    <span
      className={`${styles.symbol} ${styles[kindOf(operand.name)]} ${lit ? styles.lit : ''} ${working ? styles.working : ''}`}
      onPointerEnter={() => view.setState(light)}
      onPointerLeave={() => view.setState({ matrix: null, block: null })}
    >
      <QuantityMath name={operand.name} layered={layered} />
    </span>
  );
}, isSameSymbol);

/** Its numbers change with every update, its symbol does not. */
function isSameSymbol(a: QuantitySymbolProps, b: QuantitySymbolProps): boolean {
  return a.operand.id === b.operand.id && a.layered === b.layered && a.working === b.working;
}

/** Mathematics alone, without colour or link. */
export function QuantityMath({ name, layered }: { readonly name: QuantityName; readonly layered: boolean }) {
  const { base, subscript, layer, lag } = name;
  const before = lag === 1 ? [createElement('mo', null, '−'), createElement('mn', null, '1')] : [];
  const below = [...letters(subscript || 't'), ...before];
  const symbol = indexed(base === 'tanh c' ? 'c' : base, below, layered && layer !== null ? layer + 1 : null);
  return createElement('math', null, ...(base === 'tanh c' ? applied('tanh', symbol) : [symbol]));
}

/** A function with its argument in brackets. */
function applied(name: string, argument: ReactElement): ReactElement[] {
  const bracket = (key: string, sign: string) => createElement('mo', { key, stretchy: 'false' }, sign);
  return [
    createElement('mi', { key: 'f' }, name),
    bracket('open', '('),
    createElement(Fragment, { key: 'argument' }, argument),
    bracket('close', ')'),
  ];
}

function kindOf({ base, subscript }: QuantityName): 'weight' | 'input' | 'state' | 'gate' | 'output' {
  if (subscript !== '') return 'weight';
  if (base === 'x') return 'input';
  if (base === 'h' || base === 'c' || base === 'tanh c') return 'state';
  return ['y', 'p', 'ŷ', 'L'].includes(base) ? 'output' : 'gate';
}

/** The symbol in plain letters, for labels and sentences; what has no name of its own is written out. */
export function symbolText(operand: Operand): string {
  const { base, subscript, lag } = operand.name;
  if (operand.kind === 'given') {
    if (subscript !== '') return `${base}_${subscript}`;
    return lag === 1 ? `${base}_{t−1}` : base;
  }
  if (hasOwnSymbol(operand)) return base;
  return operand.operands.map(symbolText).join(signBetween(operand));
}

/** What stands between the operands of something that is written out. */
export function signBetween({ kind }: Operation): string {
  return { multiply: ' ⊙ ', sum: ' + ' }[kind as string] ?? ' ';
}

/** Products on the way have no name. */
export function hasOwnSymbol({ kind, id }: Operand): boolean {
  return kind === 'given' || /\.(result|sum|squash)$/.test(id);
}
