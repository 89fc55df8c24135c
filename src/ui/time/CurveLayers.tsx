/** What a curve has behind it: earlier futures, the ceiling without memory, the twin, and the interventions. */
import { useMemo } from 'react';
import { time } from '../../i18n/time.ts';
import { type CurveAxes, curveFrom, curveLines } from '../../layout/curve.ts';
import { halfOf, placeMarks, placeNumbers } from '../../layout/curveMarks.ts';
import { formatPercent } from '../../layout/format.ts';
import { isWideLetter } from '../../layout/letterSize.ts';
import { placeLevelName } from '../../layout/levelName.ts';
import type { Branch } from '../../state/run.ts';
import { memorylessCeiling } from '../../tasks/memoryless.ts';
import { asText, type TextTask } from '../../tasks/text.ts';
import type { Curve, Intervention } from '../../worker/protocol.ts';
import { useApp, useConfig, useRun, useView, useWords } from '../context.ts';
import styles from './CurveLayers.module.css';
import { futureDash } from './futureDash.ts';
import { InterventionMark } from './InterventionMark.tsx';
import { sendPlayhead } from './playhead.ts';
import { useChangeWords } from './useChangeWords.ts';

/** CSS pixels: how far the row of marks stands above the plot, and half its height. */
const MARK_RISE = 10;
const HALF_ROW = 7;
/** CSS pixels from the end of a line to its number. */
const NUMBER_INSET = 4;
/** CSS pixels: the letters of the name of the ceiling. */
const NAME_SIZE = 11;

export function CurveLayers({ axes }: { readonly axes: CurveAxes }) {
  const branches = useRun((run) => run.branches);
  const lit = useView((view) => view.branch);
  const isOneLit = branches.some((branch) => branch.id === lit);
  const twin = useRun((run) => run.twin?.curve ?? null);
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const text = useText();
  return (
    <>
      {branches.map((branch, position) => (
        <Ghost
          key={branch.id}
          branch={branch}
          position={position}
          axes={axes}
          shade={isOneLit ? (branch.id === lit ? 'lit' : 'faint') : 'plain'}
        />
      ))}
      {isCut && text && <Ceiling axes={axes} text={text} />}
      {twin && <TwinLines curve={twin} axes={axes} />}
      <Interventions axes={axes} />
    </>
  );
}

interface GhostProps {
  readonly branch: Branch;
  /** Among the futures: the list beside has them in the same order. */
  readonly position: number;
  readonly axes: CurveAxes;
  readonly shade: 'plain' | 'lit' | 'faint';
}

/** A future that was left, from where it parts. The steps of several accuracies would hide each other: only a lit one has them. */
function Ghost({ branch, position, axes, shade }: GhostProps) {
  const { curve, parting } = branch;
  const lines = useMemo(() => curveLines(curveFrom(curve, parting), axes), [curve, parting, axes]);
  return (
    <g
      className={`${styles.ghost} ${shade === 'plain' ? '' : styles[shade]}`}
      strokeDasharray={futureDash(position)}
    >
      {shade === 'lit' && <path className={styles.accuracy} d={lines.accuracy} />}
      <path d={lines.loss} />
    </g>
  );
}

interface CeilingProps {
  readonly axes: CurveAxes;
  readonly text: TextTask;
}

function useText(): TextTask | null {
  return asText(useRun((run) => run.task));
}

/** How much of the text a model without memory can have right. */
function Ceiling({ axes, text }: CeilingProps) {
  const y = axes.accuracyY(useCeiling(text));
  return <path className={styles.ceiling} d={`M${axes.left} ${y}H${axes.right}`} />;
}

/** What is written over the lines, which would strike it through: the numbers of the futures, the name of the ceiling. */
export function CurveLabels({ axes }: { readonly axes: CurveAxes }) {
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const text = useText();
  return (
    <>
      <FutureNumbers axes={axes} />
      {isCut && text && <NamedCeiling axes={axes} text={text} />}
    </>
  );
}

function FutureNumbers({ axes }: { readonly axes: CurveAxes }) {
  const branches = useRun((run) => run.branches);
  const lit = useView((view) => view.branch);
  const places = useMemo(
    () => placeNumbers(branches.map(({ curve }) => endOf(curve, axes))),
    [branches, axes],
  );
  return branches.map(({ id }, position) => (
    <text
      key={id}
      className={`${styles.number} ${id === lit ? styles.strong : ''}`}
      x={places[position].x + NUMBER_INSET}
      y={places[position].y + NUMBER_INSET}
    >
      {position + 1}
    </text>
  ));
}

/** Where the loss of a curve ends. */
function endOf({ updates, losses }: Curve, { x, lossY }: CurveAxes) {
  return { x: x(updates.at(-1) ?? 0), y: lossY(losses.at(-1) ?? 0) };
}

function NamedCeiling({ axes, text }: CeilingProps) {
  const words = useWords(time);
  const ceiling = useCeiling(text);
  const curve = useRun((run) => run.curve);
  const branches = useRun((run) => run.branches);
  const twin = useRun((run) => run.twin?.curve);
  const name = words.ceiling(formatPercent(ceiling));
  const curves = [curve, ...branches.map((branch) => branch.curve), ...(twin ? [twin] : [])];
  const update = useRun((run) => run.snapshot.update);
  const interventions = useConfig((config) => config.interventions);
  const uprights = [update, ...interventions.map((each) => each.update)].map(axes.x);
  const { anchor, ...place } = placeLevelName(axes.accuracyY(ceiling), widthOf(name), curves, axes, uprights);
  return (
    <text className={styles.ceilingName} {...place} textAnchor={anchor}>
      {name}
    </text>
  );
}

/** In CSS pixels, about. */
function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + NAME_SIZE * (isWideLetter(letter) ? 1 : 0.6), 0);
}

function useCeiling(text: TextTask): number {
  return useMemo(() => {
    const { right, targets } = memorylessCeiling(text);
    return right / targets;
  }, [text]);
}

function TwinLines({ curve, axes }: { readonly curve: Curve; readonly axes: CurveAxes }) {
  const lines = useMemo(() => curveLines(curve, axes), [curve, axes]);
  return (
    <g className={styles.twin}>
      <path className={styles.accuracy} d={lines.accuracy} />
      <path d={lines.loss} />
    </g>
  );
}

function Interventions({ axes }: { readonly axes: CurveAxes }) {
  const words = useWords(time);
  const app = useApp();
  const changeText = useChangeWords();
  const interventions = useConfig((config) => config.interventions);
  const updates = [...new Set(interventions.map(({ update }) => update))];
  return (
    <>
      {updates.map((update) => (
        <path key={update} className={styles.stem} d={`M${axes.x(update)} ${axes.top}V${axes.bottom}`} />
      ))}
      {placeMarks(interventions, axes.x).map((mark) => {
        const { position, items } = mark;
        const [{ update, kind }] = items;
        const half = halfOf(mark);
        return (
          <g
            key={update}
            className={styles.mark}
            transform={`translate(${position} ${axes.top - MARK_RISE})`}
            onPointerDown={(event) => {
              // Not the update under the pointer, but exactly that of the mark.
              event.stopPropagation();
              sendPlayhead(app, update);
            }}
          >
            <title>{items.map((item) => words.entry(item.update, changeText(item))).join('\n')}</title>
            <path className={styles.stem} d={stemsOf(items, position, axes.x)} />
            <rect className={styles.hit} x={-half} y={-HALF_ROW} width={2 * half} height={2 * HALF_ROW} />
            {items.length === 1 ? (
              <InterventionMark kind={kind} />
            ) : (
              <>
                <circle className={styles.ring} r={half - 0.5} />
                <text y={3.5}>{items.length}</text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** From a symbol at `position` down to the line of each of its updates. */
function stemsOf(items: readonly Intervention[], position: number, x: CurveAxes['x']): string {
  const across = new Set(items.map(({ update }) => x(update) - position));
  return [...across].map((dx) => `M0 ${HALF_ROW}L${dx} ${MARK_RISE}`).join('');
}
