import type { Position } from '../../layout/stateSpace.ts';
import styles from './PlaceDrawing.module.css';
import { between, lineThrough } from './pathGeometry.ts';

/** One state of the path with what was read and is predicted. */
export interface PathPoint extends Position {
  /** From 0; −1 is the state before the first timestep. */
  readonly timestep: number;
  readonly letter: string;
  readonly prediction: string;
  /** Null where there is no prediction, or none to be seen yet. */
  readonly right: boolean | null;
  /** What it is, in one sentence. */
  readonly title: string;
}

export interface PlacePathProps {
  readonly points: readonly PathPoint[];
  readonly whole: readonly Position[] | null;
  readonly trail: readonly (readonly Position[])[];
  readonly selected: number;
  readonly marked: readonly number[];
  /** CSS pixels of one unit of the positions. */
  readonly unit: number;
  readonly onPick: (timestep: number) => void;
}

/** Up to this many points are discs with their predictions and arrows; more are letters on a line. */
export const FEW_POINTS = 26;
/** Of more points the path is drawn clearly this many steps around the selected one. */
const NEAR = 6;
/** From here on there is no room for a prediction at the right. */
const FAR_RIGHT = 0.72;
/** CSS pixels below which two predictions at the same side would lie on each other. */
const CROWDED = { x: 60, y: 15 };
const RADIUS = { disc: 9, selected: 11, letter: 6.5, dot: 2 };

/** The path of the states from h_0 on, its trail behind it. */
export function PlacePath({ points, whole, trail, selected, marked, unit, onPick }: PlacePathProps) {
  const few = points.length <= FEW_POINTS;
  const at = (timestep: number) => points.find((point) => point.timestep === timestep);
  const isNear = ({ timestep }: PathPoint) => few || Math.abs(timestep - selected) <= NEAR;
  const near = points.filter(isNear);
  const start = points.indexOf(near[0]);
  const arrows = near.slice(1).map((to, index) => ({ from: near[index], to }));
  // What is nearer lies over what is farther; the selected one over all.
  const rank = (point: PathPoint) => Number(isNear(point)) + 2 * Number(point.timestep === selected);
  const drawn = [...points].sort((a, b) => rank(a) - rank(b) || a.depth - b.depth);
  const [first, second] = marked.length === 2 ? marked.map(at) : [];
  return (
    <>
      {whole && <path className={styles.whole} d={`M${lineThrough(whole, unit)}`} />}
      {!few && <path className={styles.faint} d={`M${lineThrough(points, unit)}`} />}
      {trail.map((positions, age) => (
        <TrailLine
          key={age}
          positions={positions.slice(start, start + near.length)}
          strength={(age + 1) / trail.length}
          selected={selected - near[0].timestep}
          unit={unit}
        />
      ))}
      {arrows.map(({ from, to }) => (
        <Arrow
          key={to.timestep}
          from={from}
          to={to}
          unit={unit}
          air={(few ? RADIUS.disc : RADIUS.letter) + 2}
          strong={to.timestep === selected}
        />
      ))}
      {first && second && <path className={styles.parting} d={`M${lineThrough([first, second], unit)}`} />}
      {drawn.map((point) => (
        <Mark
          key={point.timestep}
          point={point}
          detail={few ? 'disc' : isNear(point) ? 'letter' : 'faint'}
          selected={point.timestep === selected}
          marked={marked.includes(point.timestep)}
          side={few && isCrowded(point, points, unit) !== point.x > FAR_RIGHT ? -1 : 1}
          unit={unit}
          onPick={onPick}
        />
      ))}
    </>
  );
}

/** Whether an earlier state is so near that its prediction is in the way. */
function isCrowded(point: PathPoint, points: readonly PathPoint[], unit: number): boolean {
  return points.some(
    ({ timestep, x, y }) =>
      timestep >= 0 &&
      timestep < point.timestep &&
      Math.abs(x - point.x) * unit < CROWDED.x &&
      Math.abs(y - point.y) * unit < CROWDED.y,
  );
}

function Arrow(props: {
  readonly from: PathPoint;
  readonly to: PathPoint;
  readonly unit: number;
  /** CSS pixels between its ends and the states. */
  readonly air: number;
  readonly strong: boolean;
}) {
  const line = between(props.from, props.to, props.unit, props.air);
  if (!line) return null;
  const angle = (Math.atan2(line.y2 - line.y1, line.x2 - line.x1) * 180) / Math.PI;
  return (
    <g className={props.strong ? styles.strongArrow : styles.arrow}>
      <line {...line} />
      <path d="M0 0L-7 -3.5V3.5Z" transform={`translate(${line.x2} ${line.y2}) rotate(${angle})`} />
    </g>
  );
}

function TrailLine(props: {
  readonly positions: readonly Position[];
  /** 1 for the newest. */
  readonly strength: number;
  /** The index of the selected state. */
  readonly selected: number;
  readonly unit: number;
}) {
  const { unit } = props;
  return (
    <g className={styles.trail} opacity={0.15 + 0.5 * props.strength}>
      <path d={`M${lineThrough(props.positions, unit)}`} />
      {props.positions.map(({ x, y }, index) => (
        <circle
          key={index}
          data-selected={index === props.selected}
          cx={x * unit}
          cy={-y * unit}
          r={index === props.selected ? 3.5 : RADIUS.dot}
        />
      ))}
    </g>
  );
}

interface MarkProps {
  readonly point: PathPoint;
  readonly detail: 'disc' | 'letter' | 'faint';
  readonly selected: boolean;
  readonly marked: boolean;
  /** Where the prediction stands: −1 left, 1 right. */
  readonly side: number;
  readonly unit: number;
  readonly onPick: (timestep: number) => void;
}

function Mark({ point, detail, selected, marked, side, unit, onPick }: MarkProps) {
  const isStart = point.timestep < 0;
  const radius = selected ? RADIUS.selected : detail === 'disc' ? RADIUS.disc : RADIUS.letter;
  const isLong = [...point.letter].length > 1 && !isStart;
  const sizeOf = () => {
    if (isStart || isLong) return 8.5;
    return selected ? 14 : detail === 'faint' ? 10 : 12;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has ←/→
    <g
      className={styles.point}
      data-selected={selected}
      data-marked={marked}
      data-start={isStart}
      data-detail={detail}
      transform={`translate(${(point.x * unit).toFixed(1)} ${(-point.y * unit).toFixed(1)})`}
      onClick={() => !isStart && onPick(point.timestep)}
    >
      <title>{point.title}</title>
      <circle className={styles.disc} r={isStart ? 8 : radius} />
      {marked && <circle className={styles.ring} r={radius + 3} />}
      <text className={styles.letter} fontSize={sizeOf()}>
        {point.letter}
      </text>
      {detail === 'disc' && !isStart && (
        <text
          className={styles.prediction}
          data-right={point.right ?? 'unknown'}
          x={side * (radius + 6)}
          textAnchor={side > 0 ? 'start' : 'end'}
        >
          {`→ ${point.prediction}${point.right === null ? '' : point.right ? ' ✓' : ' ✗'}`}
        </text>
      )}
    </g>
  );
}
