/** One lab as a row: its letters, states, predictions, and below them how far back its error reaches. */
import { useMemo, useState } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { formatLoss, formatPercent } from '../../layout/format.ts';
import { formatMagnitude, type MagnitudeScale } from '../../layout/reach.ts';
import { useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { describeStep } from '../step.ts';
import { HistoryIfAny } from '../time/HistoryIfAny.tsx';
import { ContenderButton, ContenderFields } from './Contender.tsx';
import { useLabIndex, useLabNames, useTogether } from './cellsContext.ts';
import { GateNotice, GateRows } from './GateRows.tsx';
import styles from './LabRow.module.css';
import { LineSample } from './LineSample.tsx';
import { RowDrawing } from './RowDrawing.tsx';
import type { RowLayout } from './rowLayout.ts';
import { lossAt, rowReach } from './rowReach.ts';

export interface LabRowProps {
  readonly layout: RowLayout;
  /** The upper end of the bars of all three. */
  readonly domain: number;
  readonly scale: MagnitudeScale;
  readonly showsGates: boolean;
}

export function LabRow({ layout, domain, scale, showsGates }: LabRowProps) {
  const words = useWords(cellsWords);
  const lab = useLabIndex();
  const name = useLabNames()[lab];
  const { task, snapshot, model, phase, parameters } = useRun((run) => run);
  const chosenLoss = useTogether(({ looks }) => looks.loss);
  const underway = useTogether((together) => together.underway[lab]);
  const target = useTogether((together) => together.target);
  const selected = useView((view) => view.timestep);
  const [isOpen, setOpen] = useState(false);
  const { window } = layout;
  const loss = lossAt(window, chosenLoss, selected);
  const reach = useMemo(() => rowReach(snapshot, window, loss), [snapshot, window, loss]);
  const steps = useMemo(
    () =>
      Array.from({ length: window.to - window.from }, (_, column) =>
        describeStep(task, snapshot.trace, window.from + column),
      ),
    [task, snapshot.trace, window],
  );
  const { correct, targets, update } = snapshot;
  const lossNow = formatLoss(snapshot.loss);
  const back = reach && { loss: loss + 1, steps: reach.steps, isAll: reach.isAll };
  const standing = words.summary({ name, update, correct, targets, loss: lossNow });
  return (
    <Figure
      className={styles.row ?? ''}
      name={name}
      summary={back ? `${standing} ${words.back(back)}.` : standing}
      table={() => ({
        caption: words.table(name, window.from + 1, window.to, snapshot.trace.timesteps),
        columns: Object.values(words.columns),
        rows: steps.map((step, column) => [
          String(step.number),
          step.letter,
          step.prediction ?? '–',
          step.target ?? '–',
          step.right ? words.yes : words.no,
          reach && column < reach.hidden.length ? formatMagnitude(reach.hidden[column]) : '–',
        ]),
      })}
      aside={
        <div className={styles.facts}>
          <LineSample lab={lab} />
          <span className={styles.size}>{words.size(model.hiddenSize, model.layers, parameters.length)}</span>
          <span className={styles.score}>
            <strong>{formatPercent(correct / targets)}%</strong> {words.rightOf(correct, targets)} ·{' '}
            {words.loss(lossNow)}
          </span>
          {back && (
            <span className={styles.back} title={words.reachName}>
              {words.backShort(back)}
            </span>
          )}
          <ContenderButton name={name} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        </div>
      }
    >
      {isOpen && <ContenderFields />}
      <p className={styles.notice} role="status">
        {phase.kind === 'diverged'
          ? words.diverged(phase.update, update)
          : underway !== null && underway < target
            ? words.catchingUp(underway, target)
            : ''}
      </p>
      <RowDrawing layout={layout} steps={steps} reach={reach} domain={domain} scale={scale}>
        {showsGates && <GateRows layout={layout} name={name} />}
      </RowDrawing>
      {showsGates && <GateNotice />}
      <div className={styles.history}>
        <HistoryIfAny />
      </div>
    </Figure>
  );
}
