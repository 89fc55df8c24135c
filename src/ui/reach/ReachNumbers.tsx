import { type ReactNode, useMemo } from 'react';
import type { ModelConfig } from '../../engine/index.ts';
import { spectralRadius } from '../../engine/spectralRadius.ts';
import * as reachWords from '../../i18n/reach.ts';
import { formatFixed } from '../../layout/format.ts';
import {
  formatMagnitude,
  formatShare,
  listParameters,
  meanGate,
  recurrentBlocks,
} from '../../layout/reach.ts';
import { type Part, partAt } from '../../tasks/task.ts';
import type { Snapshot } from '../../worker/protocol.ts';
import { useConfig, useMessages, useRun, useWords } from '../context.ts';
import { MathSymbol } from '../MathSymbol.tsx';
import { MathText } from '../MathText.tsx';
import { usePaced } from '../usePaced.ts';
import styles from './ReachFigure.module.css';

export interface ReachNumbersProps {
  readonly snapshot: Snapshot;
  /** The reach of the loss to the first step shown, and to its own. */
  readonly first: number;
  readonly last: number;
  /** The first timestep shown, the timestep of the loss, and the layer: from 0. */
  readonly from: number;
  readonly loss: number;
  readonly layer: number;
}

/** Spectral radii of larger matrices take too long to follow the training; those of small ones are quick. */
const MOST_UNITS = 128;
const QUICK_UNITS = 24;
/** Milliseconds between two of them. */
const QUICK = 250;
const SLOW = 1000;

/** Single numbers beside the triangle, each with what it tells. */
export function ReachNumbers({ snapshot, first, last, from, loss, layer }: ReachNumbersProps) {
  const words = useWords(reachWords);
  const clipNorm = useConfig((config) => config.clipNorm);
  const part = useRun(({ task }) => partAt(task, loss));
  return (
    <dl className={styles.numbers} aria-label={words.numbers}>
      {loss === from ? (
        <Numbered name={words.ratio} value={null} tells={words.ratioAlone} />
      ) : last === 0 ? (
        <Numbered name={words.ratio} value={null} tells={words.ratioNone} />
      ) : (
        <Numbered
          name={words.ratio}
          value={`${formatShare(first / last)}%`}
          tells={words.ratioTells({ first: from + 1, last: loss + 1, share: formatShare(first / last) })}
        />
      )}
      <Numbered
        name={words.norm}
        value={formatMagnitude(snapshot.gradientNorm)}
        tells={words.normTells(clipNorm)}
      />
      <Radius layer={layer} part={part} />
      <KeptShare snapshot={snapshot} layer={layer} />
    </dl>
  );
}

/** How W_hh of the layer would stretch or shrink in the long run; of the largest gate where there are several. */
function Radius({ layer, part }: { readonly layer: number; readonly part: Part | undefined }) {
  const words = useWords(reachWords);
  const { parts } = useMessages().weights;
  const model = useRun((run) => run.model);
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const H = model.hiddenSize;
  const parameters = usePaced(
    useRun((run) => run.parameters),
    H > QUICK_UNITS ? SLOW : QUICK,
  );
  const isShown = !isCut && H <= MOST_UNITS;
  const radii = useMemo(
    () =>
      isShown && parameters.length === countOf(model)
        ? recurrentBlocks(model, parameters, layer, part).map(({ gate, matrix }) => ({
            gate,
            value: spectralRadius(matrix, H),
          }))
        : [],
    [isShown, model, parameters, layer, part, H],
  );
  const name = (
    <>
      {words.radius} <MathSymbol base="W" subscript="hh" layer={model.layers > 1 ? layer + 1 : null} />
      {part && ` (${parts[part]})`}
    </>
  );
  if (isCut) return <Numbered name={name} value={null} tells={words.radiusCut} />;
  if (radii.length === 0)
    return <Numbered name={name} value={null} tells={words.radiusSkipped(MOST_UNITS)} />;
  if (radii.length === 1) {
    const [{ value }] = radii;
    return <Numbered name={name} value={formatFixed(value, 2)} tells={words.radiusTells(value)} />;
  }
  const largest = radii.reduce((a, b) => (b.value > a.value ? b : a));
  return (
    <Numbered
      name={name}
      value={formatFixed(largest.value, 2)}
      tells={`${radii.map(({ gate, value }) => `${gate} ${formatFixed(value, 2)}`).join(', ')}. ${words.radiusTellsGates(largest.gate)}`}
    />
  );
}

/** The share of its state that a gated cell hands on, in the timesteps shown. */
function KeptShare({ snapshot, layer }: { readonly snapshot: Snapshot; readonly layer: number }) {
  const words = useWords(reachWords);
  const model = useRun((run) => run.model);
  const { reach, gates } = snapshot;
  if (model.cell === 'rnn' || !reach) return null;
  const isLstm = model.cell === 'lstm';
  return (
    <Numbered
      name={isLstm ? words.forget : words.updateGate}
      value={gates && formatFixed(meanGate(gates[layer], model, isLstm ? 'f' : 'z', reach), 2)}
      tells={isLstm ? words.forgetTells : words.updateTells}
    />
  );
}

function countOf(model: ModelConfig): number {
  return listParameters(model).reduce((sum, { map }) => sum + map.rows * map.columns, 0);
}

interface NumberedProps {
  readonly name: ReactNode;
  readonly value: string | null;
  /** One sentence. */
  readonly tells: string;
}

function Numbered({ name, value, tells }: NumberedProps) {
  return (
    <div>
      <dt>{name}</dt>
      {value !== null && <dd className={styles.number}>{value}</dd>}
      <dd className={styles.tells}>
        <MathText text={tells} />
      </dd>
    </div>
  );
}
