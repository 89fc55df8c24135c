import type { Position } from '../../layout/stateSpace.ts';
import styles from './PlaceDrawing.module.css';
import { between, lineThrough } from './pathGeometry.ts';

/** One state of the path with what was read and is predicted. */
export interface PathPoint extends Position {
  /** From 0; −1 is the state before the first timestep. */
  readonly timestep: number;
  readonly letter: string;
  readonly prediction: string;
  readonly right: boolean;
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
/** Letters of more points than this are left out except around the selected one. */
const MOST_LETTERS = 90;
const NEAR = 12;
const RADIUS = { disc: 9, selected: 11, letter: 6, dot: 2 };

/** The path of the states from h_0 on, its trail behind it. */
export function PlacePath({ points, whole, trail, selected, marked, unit, onPick }: PlacePathProps) {
  const few = points.length <= FEW_POINTS;
  const at = (timestep: number) => points.find((point) => point.timestep === timestep);
  const isNear = (point: PathPoint) => Math.abs(point.timestep - selected) <= NEAR;
  const lettered = points.length <= MOST_LETTERS ? points : points.filter(isNear);
  const arrows = points.slice(1).map((to, index) => ({ from: points[index], to }));
  // What is nearer lies over what is farther; the selected one over all.
  const drawn = [...lettered].sort(
    (a, b) => Number(a.timestep === selected) - Number(b.timestep === selected) || a.depth - b.depth,
  );
  const [first, second] = marked.length === 2 ? marked.map(at) : [];
  return (
    <>
      {whole && <path className={styles.whole} d={`M${lineThrough(whole, unit)}`} />}
      {trail.map((positions, age) => (
        <TrailLine
          key={age}
          positions={positions}
          strength={(age + 1) / trail.length}
          dotted={few ? positions : []}
          selected={selected - points[0].timestep}
          unit={unit}
        />
      ))}
      {few ? (
        arrows.map(({ from, to }) => (
          <Arrow key={to.timestep} from={from} to={to} unit={unit} strong={to.timestep === selected} />
        ))
      ) : (
        <path className={styles.path} d={`M${lineThrough(points, unit)}`} />
      )}
      {!few && <NearArrows arrows={arrows} selected={selected} unit={unit} />}
      {first && second && <path className={styles.parting} d={`M${lineThrough([first, second], unit)}`} />}
      {lettered.length < points.length && <Dots points={points} unit={unit} onPick={onPick} />}
      {drawn.map((point) => (
        <Mark
          key={point.timestep}
          point={point}
          few={few}
          selected={point.timestep === selected}
          marked={marked.includes(point.timestep)}
          unit={unit}
          onPick={onPick}
        />
      ))}
    </>
  );
}

function Arrow(props: {
  readonly from: PathPoint;
  readonly to: PathPoint;
  readonly unit: number;
  readonly strong: boolean;
}) {
  const line = between(props.from, props.to, props.unit, RADIUS.disc + 2);
  if (!line) return null;
  const angle = (Math.atan2(line.y2 - line.y1, line.x2 - line.x1) * 180) / Math.PI;
  return (
    <g className={props.strong ? styles.strongArrow : styles.arrow}>
      <line {...line} />
      <path d="M0 0L-7 -3.5V3.5Z" transform={`translate(${line.x2} ${line.y2}) rotate(${angle})`} />
    </g>
  );
}

/** The steps to the selected state and from it. */
function NearArrows(props: {
  readonly arrows: readonly { readonly from: PathPoint; readonly to: PathPoint }[];
  readonly selected: number;
  readonly unit: number;
}) {
  return props.arrows
    .filter(({ from, to }) => from.timestep === props.selected || to.timestep === props.selected)
    .map(({ from, to }) => (
      <Arrow
        key={to.timestep}
        from={from}
        to={to}
        unit={props.unit}
        strong={to.timestep === props.selected}
      />
    ));
}

function Dots(props: {
  readonly points: readonly PathPoint[];
  readonly unit: number;
  readonly onPick: (timestep: number) => void;
}) {
  return props.points.map(({ timestep, x, y, title }) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has ←/→
    <circle
      key={timestep}
      className={styles.dot}
      cx={x * props.unit}
      cy={-y * props.unit}
      r={RADIUS.dot}
      onClick={() => timestep >= 0 && props.onPick(timestep)}
    >
      <title>{title}</title>
    </circle>
  ));
}

function TrailLine(props: {
  readonly positions: readonly Position[];
  /** 1 for the newest. */
  readonly strength: number;
  readonly dotted: readonly Position[];
  /** The index of the selected state. */
  readonly selected: number;
  readonly unit: number;
}) {
  const { unit } = props;
  return (
    <g className={styles.trail} opacity={0.15 + 0.5 * props.strength}>
      <path d={`M${lineThrough(props.positions, unit)}`} />
      {props.dotted.map(({ x, y }, index) => (
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
  readonly few: boolean;
  readonly selected: boolean;
  readonly marked: boolean;
  readonly unit: number;
  readonly onPick: (timestep: number) => void;
}

function Mark({ point, few, selected, marked, unit, onPick }: MarkProps) {
  const isStart = point.timestep < 0;
  const radius = selected ? RADIUS.selected : few ? RADIUS.disc : RADIUS.letter;
  const isLong = [...point.letter].length > 1 && !isStart;
  // Predictions stand where there is room for them.
  const side = point.x > 0.72 ? -1 : 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has ←/→
    <g
      className={styles.point}
      data-selected={selected}
      data-marked={marked}
      data-start={isStart}
      data-few={few}
      transform={`translate(${(point.x * unit).toFixed(1)} ${(-point.y * unit).toFixed(1)})`}
      onClick={() => !isStart && onPick(point.timestep)}
    >
      <title>{point.title}</title>
      <circle className={styles.disc} r={isStart ? 8 : radius} />
      {marked && <circle className={styles.ring} r={radius + 3} />}
      <text className={styles.letter} fontSize={isStart || isLong ? 8.5 : selected ? 14 : 12}>
        {point.letter}
      </text>
      {few && !isStart && (
        <text
          className={styles.prediction}
          data-right={point.right}
          x={side * (radius + 6)}
          textAnchor={side > 0 ? 'start' : 'end'}
        >
          {`→ ${point.prediction} ${point.right ? '✓' : '✗'}`}
        </text>
      )}
    </g>
  );
}
