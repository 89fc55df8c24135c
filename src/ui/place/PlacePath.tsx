import { isWideLetter, isWord } from '../../layout/letterSize.ts';
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
/** CSS pixels of the letters beside a state, of their line, and from the middle of the state to them. */
const LETTER_WIDTH = { narrow: 7.2, wide: 12 };
const LINE = 15;
const AIR = 15;
const RADIUS = { disc: 9, selected: 11, letter: 6.5, dot: 2 };

/** The path of the states from h_0 on, its trail behind it. */
export function PlacePath({ points, whole, trail, selected, marked, unit, onPick }: PlacePathProps) {
  const few = points.length <= FEW_POINTS;
  const sides = few ? sidesOf(points, unit) : null;
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
          side={sides?.get(point.timestep) ?? 1}
          unit={unit}
          onPick={onPick}
        />
      ))}
    </>
  );
}

/** A word that is read has no room in its disc and stands before the prediction. */
function wordOf({ letter, timestep }: PathPoint): string {
  return timestep >= 0 && isWord(letter) ? letter : '';
}

/** What is predicted, and whether rightly, read away from the state; '' where nothing is said. */
function saidOf({ prediction, right }: PathPoint, side: number): string {
  if (prediction === '') return '';
  const mark = right === null ? '' : right ? '✓' : '✗';
  return (side > 0 ? `→ ${prediction} ${mark}` : `${mark} ${prediction} ←`).trim();
}

/**
 * At which side of each state its words stand, −1 left, 1 right: where the frame has room, and rather where no state
 * and no words of an earlier one are in the way.
 */
function sidesOf(points: readonly PathPoint[], unit: number): ReadonlyMap<number, number> {
  const taken = points.map((point) => ({ point, from: point.x * unit - AIR, to: point.x * unit + AIR }));
  const sides = new Map<number, number>();
  for (const point of points.filter(({ timestep }) => timestep >= 0)) {
    const width = widthOf([wordOf(point), saidOf(point, 1)].join(' ').trim());
    const spanOf = (side: number) => {
      const near = point.x * unit + side * AIR;
      return { point, from: Math.min(near, near + side * width), to: Math.max(near, near + side * width) };
    };
    const isFree = (side: number) => {
      const { from, to } = spanOf(side);
      return taken.every(
        (other) =>
          other.point === point ||
          from > other.to ||
          to < other.from ||
          Math.abs(other.point.y - point.y) * unit > LINE,
      );
    };
    const isInside = (side: number) => spanOf(side).from >= -unit && spanOf(side).to <= unit;
    const inside = [1, -1].filter(isInside);
    const side = inside.find(isFree) ?? inside.at(0) ?? 1;
    sides.set(point.timestep, side);
    taken.push(spanOf(side));
  }
  return sides;
}

function widthOf(words: string): number {
  let width = 0;
  for (const letter of words) width += isWideLetter(letter) ? LETTER_WIDTH.wide : LETTER_WIDTH.narrow;
  return width;
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
  const word = detail === 'disc' ? wordOf(point) : '';
  const isDisc = detail === 'disc' && word === '';
  const radius = selected ? RADIUS.selected : isDisc ? RADIUS.disc : RADIUS.letter;
  const named = word !== '' && <tspan className={styles.word}>{side > 0 ? `${word} ` : ` ${word}`}</tspan>;
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
        {word === '' && point.letter}
      </text>
      {detail === 'disc' && !isStart && (
        <text
          className={styles.prediction}
          data-right={point.right ?? 'unknown'}
          x={side * (radius + 6)}
          textAnchor={side > 0 ? 'start' : 'end'}
        >
          {side > 0 && named}
          {saidOf(point, side)}
          {side < 0 && named}
        </text>
      )}
    </g>
  );
}
