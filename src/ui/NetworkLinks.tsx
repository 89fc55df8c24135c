/** The arrows of the unrolled network. Touching one lights up all its copies, because they are the same matrix. */
import { memo } from 'react';
import type { Messages } from '../i18n/index.ts';
import type { recurrentLoop } from '../layout/fold.ts';
import { isSameMatrix } from '../layout/matrices.ts';
import { frameArrow, placeMatrixLabel } from '../layout/matrixLabel.ts';
import type { NetworkLayout } from '../layout/network.ts';
import { type Link, startOfState } from '../layout/networkLinks.ts';
import type { MatrixRef } from '../state/view.ts';
import { isAnswering, isReading, partAt, type Task } from '../tasks/task.ts';
import { useMessages, useRun, useView, useViewStore } from './context.ts';
import { MatrixName } from './MatrixName.tsx';
import styles from './NetworkLinks.module.css';

export interface NetworkLinksProps {
  readonly layout: NetworkLayout;
  readonly task: Task;
  readonly layers: number;
  readonly first: number;
  readonly count: number;
  readonly timesteps: number;
  readonly timestep: number;
  /** The timestep with which the answer ends; null where it does not. */
  readonly end: number | null;
}

/** Columns narrower than this name the matrices at the selected step alone. */
const LABELLED_COLUMN = 104;

export const NetworkLinks = memo(function NetworkLinks(props: NetworkLinksProps) {
  const { layout, task, layers, first, count, timesteps, timestep, end } = props;
  const left = first * layout.columnWidth;
  const width = count * layout.columnWidth;
  const columns = Array.from({ length: count }, (_, index) => first + index);
  const words = useMessages();
  return (
    <svg
      className={styles.svg}
      width={width}
      height={layout.height}
      viewBox={`${left} 0 ${width} ${layout.height}`}
      role="group"
      aria-label={words.network.arrows}
    >
      {columns.map((t) => (
        <g key={t} transform={`translate(${t * layout.columnWidth} 0)`}>
          <ColumnArrows
            layout={layout}
            task={task}
            layers={layers}
            t={t}
            timesteps={timesteps}
            timestep={timestep}
            isOver={end !== null && t > end}
          />
        </g>
      ))}
    </svg>
  );
});

export interface ColumnArrowsProps {
  readonly layout: NetworkLayout;
  readonly task: Task;
  readonly layers: number;
  readonly t: number;
  readonly timesteps: number;
  readonly timestep: number;
  /** Whether the answer has ended: it reads and says nothing more. */
  readonly isOver: boolean;
  /** How far the network is folded, 0 to 1, and then what bends its recurrent arrows. */
  readonly fold?: number;
  readonly bend?: typeof recurrentLoop;
}

/** The arrows that lead within a column and out of it, and at the first step the zero state before it. */
export const ColumnArrows = memo(function ColumnArrows(props: ColumnArrowsProps) {
  const { layout, task, layers, t, timesteps, timestep, isOver, fold = 0, bend } = props;
  const links = layout.links.filter((link) => {
    if (link.recurrent) return t < timesteps - 1 || fold > 0;
    if (link.matrix === 'W_xh' && link.layer === 0) return isReading(task, t) && !isOver;
    return (isAnswering(task, t) && !isOver) || (link.matrix !== 'W_hy' && link.id !== 'softmax');
  });
  return (
    <>
      {t === 0 &&
        fold < 1 &&
        links
          .filter((link) => link.recurrent)
          .map((link) => <StartState key={link.id} link={link} inner={layout.inner} />)}
      {links.map((link) => (
        <Arrow
          key={link.id}
          link={link}
          part={partOf(link, task, t)}
          t={t}
          layers={layers}
          selected={t === timestep || (link.recurrent && t + 1 === timestep)}
          labelled={
            layout.columnWidth >= LABELLED_COLUMN ||
            t === timestep ||
            // The last step has no arrow of its own to the next.
            (link.recurrent && t === timestep - 1 && timestep === timesteps - 1)
          }
          onTop={t === timestep}
          // The recurrent matrix of a step is on the arrow into it; the first step has it on the one out of it alone.
          focusable={fold === 0 && link.recurrent ? t + 1 === Math.max(1, timestep) : t === timestep}
          inner={layout.inner}
          fold={fold}
          bend={bend}
        />
      ))}
    </>
  );
});

/** The timestep that computes with the weights of an arrow in column t: of a recurrent one, that it leads to. */
function usedAt({ recurrent }: Link, t: number): number {
  return recurrent ? t + 1 : t;
}

/** Whose weights the arrow has. */
function partOf(link: Link, task: Task, t: number): MatrixRef['part'] {
  return link.matrix === 'W_hy' ? undefined : partAt(task, usedAt(link, t));
}

interface ArrowProps {
  readonly link: Link;
  readonly part: MatrixRef['part'];
  readonly t: number;
  readonly layers: number;
  readonly selected: boolean;
  readonly labelled: boolean;
  /** Whether it is of the selected column, which lies on top of the others where they are folded. */
  readonly onTop: boolean;
  readonly focusable: boolean;
  readonly inner: number;
  readonly fold: number;
  readonly bend: ColumnArrowsProps['bend'];
}

const Arrow = memo(function Arrow(props: ArrowProps) {
  const { link, part, t, layers, selected, labelled, onTop, focusable, inner, fold, bend } = props;
  const words = useMessages();
  const view = useViewStore();
  const { matrix: kind, layer } = link;
  const lit = useView(({ matrix }) => kind !== null && isSameMatrix(matrix, { kind, layer, part }));
  const loop = link.recurrent && bend?.(link, inner, fold);
  const path = loop ? loop.path : `M${link.x1} ${link.y1}L${link.x2} ${link.y2}`;
  const end = loop ? loop.end : { x: link.x2, y: link.y2 };
  const middle = loop ? loop.middle : { x: (link.x1 + link.x2) / 2, y: link.y1 };
  const isCut = useRun((run) => link.recurrent && run.snapshot.ablation.recurrenceCut);
  const className = `${styles.arrow} ${selected ? styles.selected : ''} ${lit ? styles.lit : ''}`;
  const drawing = (
    <>
      <path
        className={`${styles.line} ${isCut ? styles.cut : ''}`}
        d={path}
        pathLength={isCut ? 100 : undefined}
      />
      {isCut && (
        <g
          className={styles.scissors}
          transform={`translate(${middle.x} ${middle.y}) rotate(90) scale(0.85)`}
        >
          <path d={SCISSORS} />
        </g>
      )}
      <path
        className={styles.head}
        d={arrowHead({ ...link, x2: end.x, y2: end.y })}
        {...(loop && { transform: `rotate(${loop.tilt} ${end.x} ${end.y})` })}
      />
    </>
  );
  if (kind === null) return <g className={className}>{drawing}</g>;

  const matrix: MatrixRef = { kind, layer, ...(part && { part }) };
  const name = matrixText(matrix, layers, words.weights.parts);
  const light = () => view.setState({ matrix });
  const unlight = () => view.setState({ matrix: null });
  const place = (layered: boolean) =>
    placeMatrixLabel(link, { inner, layered, fold, cut: isCut, into: selected && !onTop });
  const layered = layers > 1 && kind !== 'W_hy' ? place(true) : null;
  // Cards that slide over each other would cut the names into pieces, except on the one on top.
  const label = labelled && (onTop || fold % 1 === 0) ? (layered ?? place(false)) : null;
  return (
    <g className={className}>
      <g
        className={styles.touchable}
        role="button"
        tabIndex={focusable ? 0 : -1}
        aria-label={words.network.arrow(name, usedAt(link, t) + 1)}
        aria-pressed={lit}
        onPointerEnter={light}
        onPointerLeave={({ currentTarget }) => currentTarget !== document.activeElement && unlight()}
        onFocus={light}
        onBlur={unlight}
        onClick={light}
        onKeyDown={(event) => {
          if (event.key === 'Escape') unlight();
          if (event.key === 'Enter') light();
        }}
      >
        <g>
          {part && <title>{name}</title>}
          <path className={styles.hit} d={path} />
          {drawing}
        </g>
        <rect className={styles.ring} rx={4} {...frameArrow(link, label)} />
      </g>
      {label && <MatrixName kind={kind} layer={layered ? layer + 1 : null} place={label} />}
    </g>
  );
});

/** The state before the first step is zero; its arrow says so. */
function StartState({ link, inner }: { readonly link: Link; readonly inner: number }) {
  const end = link.entersAt;
  const start = startOfState(link, inner);
  return (
    <g className={styles.arrow}>
      <text className={styles.zero} x={start - 5} y={link.y1}>
        0
      </text>
      <path className={`${styles.line} ${styles.dashed}`} d={`M${start} ${link.y1}H${end}`} />
      <path className={styles.head} d={arrowHead({ ...link, x2: end })} />
    </g>
  );
}

/** Two blades and two handles around 0. */
const SCISSORS =
  'M-5 -6L2.6 2.6M5 -6L-2.6 2.6M5.4 4.6a2 2 0 1 1-4 0a2 2 0 1 1 4 0M-1.4 4.6a2 2 0 1 1-4 0a2 2 0 1 1 4 0';

function arrowHead({ y1, x2, y2, recurrent }: Pick<Link, 'y1' | 'x2' | 'y2' | 'recurrent'>): string {
  if (!recurrent) return `M${x2} ${y2}l-4 ${Math.sign(y1 - y2) * 8}h8z`;
  return `M${x2} ${y2}l-8 -4v8z`;
}

function matrixText(
  { kind, layer, part }: MatrixRef,
  layers: number,
  parts: Messages['weights']['parts'],
): string {
  const name = part ? `${parts[part]} ${kind}` : kind;
  return layers > 1 && kind !== 'W_hy' ? `${name}, ${layer + 1}` : name;
}
