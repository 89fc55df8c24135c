/** What a curve has behind it: earlier futures, the ceiling without memory, the twin, and the interventions. */
import { useMemo } from 'react';
import { time } from '../../i18n/time.ts';
import { type CurveAxes, curveFrom, curveLines, placeMarks } from '../../layout/curve.ts';
import { formatPercent } from '../../layout/format.ts';
import { isWideLetter } from '../../layout/letterSize.ts';
import { placeLevelName } from '../../layout/levelName.ts';
import type { Branch } from '../../state/run.ts';
import { memorylessCeiling } from '../../tasks/memoryless.ts';
import { asText, type TextTask } from '../../tasks/text.ts';
import type { Curve } from '../../worker/protocol.ts';
import { useApp, useConfig, useRun, useView, useWords } from '../context.ts';
import styles from './CurveLayers.module.css';
import { InterventionMark } from './InterventionMark.tsx';
import { sendPlayhead } from './playhead.ts';
import { useChangeWords } from './useChangeWords.ts';

/** CSS pixels: marks closer than this share one place; they stand this far above the plot. */
const MARK_ROOM = 13;
const MARK_RISE = 8;
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
      {branches.map((branch) => (
        <Ghost
          key={branch.id}
          branch={branch}
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
  readonly axes: CurveAxes;
  readonly shade: 'plain' | 'lit' | 'faint';
}

/** A future that was left, from where it parts. The steps of several accuracies would hide each other: only a lit one has them. */
function Ghost({ branch, axes, shade }: GhostProps) {
  const { curve, parting } = branch;
  const lines = useMemo(() => curveLines(curveFrom(curve, parting), axes), [curve, parting, axes]);
  return (
    <g className={`${styles.ghost} ${shade === 'plain' ? '' : styles[shade]}`}>
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

/** The name of the ceiling, for over the lines: they would strike it through. */
export function CeilingLabel({ axes }: { readonly axes: CurveAxes }) {
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const text = useText();
  return isCut && text ? <NamedCeiling axes={axes} text={text} /> : null;
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
  const marks = placeMarks(interventions, axes.x, MARK_ROOM);
  return marks.map(({ position, items }) => {
    const [{ update, kind }] = items;
    const isOneKind = items.every((item) => item.kind === kind);
    return (
      <g
        key={position}
        className={styles.mark}
        transform={`translate(${position} ${axes.top - MARK_RISE})`}
        onPointerDown={(event) => {
          // Not the update under the pointer, but exactly that of the mark.
          event.stopPropagation();
          sendPlayhead(app, update);
        }}
      >
        <title>{items.map((item) => words.entry(item.update, changeText(item))).join('\n')}</title>
        <path className={styles.stem} d={`M0 6V${axes.bottom - axes.top + MARK_RISE}`} />
        <circle r={8} className={styles.hit} />
        {isOneKind && <InterventionMark kind={kind} />}
        {items.length > 1 && (
          <text x={isOneKind ? 6 : 0} y={isOneKind ? -2 : 4} textAnchor={isOneKind ? 'start' : 'middle'}>
            {items.length}
          </text>
        )}
      </g>
    );
  });
}
