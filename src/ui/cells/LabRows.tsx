/** The three labs above each other on the same columns, and the one selected timestep of all. */
import { useEffect, useMemo, useRef } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import * as gateWords from '../../i18n/gates.ts';
import { DOMAINS } from '../../layout/color.ts';
import { formatEnd, magnitudeFloor } from '../../layout/reach.ts';
import { LOSSES, SCALES } from '../../state/cells.ts';
import { ColorLegend } from '../ColorLegend.tsx';
import { AppContext, useActions, useView, useWords } from '../context.ts';
import { candidatesOf } from '../gates/gate.ts';
import { MathSymbol } from '../MathSymbol.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { StepAnnouncer } from '../StepAnnouncer.tsx';
import stepBar from '../StepBar.module.css';
import { StepButtons } from '../StepButtons.tsx';
import { describeStep, inSentence } from '../step.ts';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';
import { useSize } from '../useSize.ts';
import { useCells, useLabNames, useRuns, useTogether } from './cellsContext.ts';
import { LabRow } from './LabRow.tsx';
import styles from './LabRows.module.css';
import { RowScrollbar } from './RowScrollbar.tsx';
import { layoutRow, type RowLayout } from './rowLayout.ts';
import { lossAt, rowReach } from './rowReach.ts';
import { useRowScroll } from './useRowScroll.ts';

export function LabRows() {
  const words = useWords(cellsWords);
  const gateLegend = useWords(gateWords).legend;
  const { labs, actions } = useCells();
  const runs = useRuns();
  const { loss: chosenLoss, scale, gates } = useTogether((together) => together.looks);
  const view = useView((state) => state.timestep);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const { timesteps } = runs[0].snapshot.trace;
  const selected = Math.min(view, timesteps - 1);
  const models = runs.map(({ model }) => model);
  const around = layoutRow(width, timesteps, selected, models);
  const { window: inSight, scrollTo, rows } = useRowScroll(around, timesteps, selected);
  const layout = useStableLayout({ ...around, window: inSight });
  const { window } = layout;
  useReachOf(window.from, window.to);

  const loss = lossAt(window, chosenLoss, selected);
  const reaches = runs.map(({ snapshot }) => rowReach(snapshot, window, loss));
  const largest = Math.max(
    0,
    ...reaches.flatMap((reach) => [...(reach?.hidden ?? []), ...(reach?.cellState ?? [])]),
  );
  const domain = useMagnitudeDomain(largest, `${chosenLoss} ${runs[0].snapshot.runId}`);
  return (
    <div ref={frame} className={styles.rows}>
      <Steps selected={selected} timesteps={timesteps} />
      {width > 0 && layout.count < timesteps && (
        <RowScrollbar window={window} timesteps={timesteps} width={layout.width} onScroll={scrollTo} />
      )}
      <div {...rows}>
        {width > 0 &&
          labs.map((lab, index) => (
            <AppContext key={index} value={lab}>
              <LabRow layout={layout} domain={domain} scale={scale} showsGates={gates} />
            </AppContext>
          ))}
      </div>
      <div className={styles.choices}>
        <SegmentedChoice
          small
          name={words.reachOf}
          options={LOSSES}
          words={words.losses}
          value={chosenLoss}
          onChange={(chosen) => actions.look({ loss: chosen })}
        />
        <SegmentedChoice
          small
          name={words.scale}
          options={SCALES}
          words={words.scales}
          value={scale}
          onChange={(chosen) => actions.look({ scale: chosen })}
        />
        <button
          type="button"
          className={styles.gates}
          aria-pressed={gates}
          title={words.gatesHint}
          onClick={() => actions.look({ gates: !gates })}
        >
          {words.gates}
        </button>
        <ColorLegend domain={DOMAINS.hidden}>
          <MathSymbol base="h" subscript="t" />
        </ColorLegend>
      </div>
      <p className={styles.legend}>
        {words.reachLegend(loss + 1, formatEnd(domain), formatEnd(magnitudeFloor(domain, scale)))}
        {reaches.some((reach) => reach?.cellState) && ` ${words.cellStateLegend}`}
        {gates && ` ${gateLegend.gate} ${gateLegend.candidates(candidatesOf(models))}`}
      </p>
    </div>
  );
}

/** Asks the workers for the losses in sight, as long as the rows are on the page. */
function useReachOf(from: number, to: number): void {
  const { labs } = useCells();
  useEffect(() => {
    for (const { actions } of labs) actions.want('reach', { reach: { from, to } });
  }, [labs, from, to]);
  useEffect(
    () => () => {
      for (const { actions } of labs) actions.want('reach', null);
    },
    [labs],
  );
}

/** The same object while nothing in it is another, so that what depends on it is not drawn again. */
function useStableLayout({ window, count, pitch, width }: RowLayout): RowLayout {
  const { from, to } = window;
  return useMemo(() => ({ window: { from, to }, count, pitch, width }), [from, to, count, pitch, width]);
}

function Steps({ selected, timesteps }: { readonly selected: number; readonly timesteps: number }) {
  const words = useWords(cellsWords);
  const { selectTimestep } = useActions();
  const names = useLabNames();
  const steps = useRuns().map(({ task, snapshot }) =>
    inSentence(describeStep(task, snapshot.trace, selected)),
  );
  const said = steps.map(({ prediction, right }, lab) => ({
    name: names[lab],
    letter: prediction ?? '–',
    right,
  }));
  const sentence = words.step({ ...steps[0], said });
  return (
    <div className={`${stepBar.bar} ${styles.steps}`}>
      <StepButtons words={words} selected={selected} timesteps={timesteps} onSelect={selectTimestep}>
        <span className={stepBar.count} aria-hidden="true">
          t = {selected + 1} / {timesteps}
        </span>
      </StepButtons>
      <p className={styles.sentence} aria-hidden="true">
        {words.stepShort({ ...steps[0], said })}{' '}
        {said.map(({ name, letter, right }) => (
          <span key={name} className={styles.said}>
            {name} <b>{letter}</b>{' '}
            <span className={right ? styles.right : styles.wrong}>{right ? words.yes : words.no}</span>
          </span>
        ))}
      </p>
      <StepAnnouncer sentence={sentence} />
    </div>
  );
}
