import { isWideLetter, isWord } from '../../layout/letterSize.ts';
import type { Position } from '../../layout/stateSpace.ts';
import styles from './PlaceDrawing.module.css';
import { between, lineThrough } from './pathGeometry.ts';
import { type Label, placeLabels, setApart } from './pathLabels.ts';

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
  /** CSS pixels from the middle within which words stand. */
  readonly half: number;
  readonly onPick: (timestep: number) => void;
}

/** Up to this many points are discs with their predictions and arrows; more are letters on a line. */
export const FEW_POINTS = 26;
/** Of more points the path is drawn clearly this many steps around the selected one. */
const NEAR = 6;
/** CSS pixels of the letters beside a state. */
const LETTER_WIDTH = { narrow: 7.2, wide: 12 };
/** Of what stands for a state, and how much a ring around it adds. */
const RADIUS = { disc: 9, selected: 11, start: 8, letter: 6.5, dot: 2 };
const RING = 3;

/** The path of the states from h_0 on, its trail behind it. */
export function PlacePath({ points, whole, trail, selected, marked, unit, half, onPick }: PlacePathProps) {
  const few = points.length <= FEW_POINTS;
  const room = few ? findRoom(points, selected, marked, unit, half) : null;
  /** Where a state is drawn: discs that would overlap are set apart. */
  const drawnAt = (point: PathPoint): Position => room?.get(point.timestep)?.place ?? point;
  const at = (timestep: number) => points.find((point) => point.timestep === timestep);
  const isNear = ({ timestep }: PathPoint) => few || Math.abs(timestep - selected) <= NEAR;
  const near = points.filter(isNear);
  const start = points.indexOf(near[0]);
  const arrows = near
    .slice(1)
    .map((to, index) => ({ from: drawnAt(near[index]), to: drawnAt(to), timestep: to.timestep }));
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
      {arrows.map(({ from, to, timestep }) => (
        <Arrow
          key={timestep}
          from={from}
          to={to}
          unit={unit}
          air={(few ? RADIUS.disc : RADIUS.letter) + 2}
          strong={timestep === selected}
        />
      ))}
      {first && second && (
        <path className={styles.parting} d={`M${lineThrough([drawnAt(first), drawnAt(second)], unit)}`} />
      )}
      {drawn.map((point) => (
        <Mark
          key={point.timestep}
          point={point}
          detail={few ? 'disc' : isNear(point) ? 'letter' : 'faint'}
          selected={point.timestep === selected}
          marked={marked.includes(point.timestep)}
          room={room?.get(point.timestep) ?? null}
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

interface Room {
  /** Where the disc is drawn. */
  readonly place: Position;
  readonly label: Label;
}

/** Where the disc of each state and its words have room. */
function findRoom(
  points: readonly PathPoint[],
  selected: number,
  marked: readonly number[],
  unit: number,
  half: number,
): ReadonlyMap<number, Room> {
  const discs = points.map((point) => ({
    x: point.x * unit,
    y: -point.y * unit,
    radius: radiusOf(point, point.timestep === selected) + (marked.includes(point.timestep) ? RING : 0),
    fixed: point.timestep < 0,
    width: widthOf([wordOf(point), saidOf(point, 1)].join(' ').trim()),
  }));
  const places = setApart(discs);
  const labels = placeLabels(
    discs.map((disc, index) => ({ ...disc, ...places[index] })),
    half,
  );
  return new Map(
    points.map(({ timestep, depth }, index) => {
      const place = { x: places[index].x / unit, y: -places[index].y / unit, depth };
      return [timestep, { place, label: labels[index] }];
    }),
  );
}

/** Of a disc; a word has none and stands beside a smaller one. */
function radiusOf(point: PathPoint, selected: boolean): number {
  if (point.timestep < 0) return RADIUS.start;
  if (selected) return RADIUS.selected;
  return wordOf(point) === '' ? RADIUS.disc : RADIUS.letter;
}

function widthOf(words: string): number {
  let width = 0;
  for (const letter of words) width += isWideLetter(letter) ? LETTER_WIDTH.wide : LETTER_WIDTH.narrow;
  return width;
}

function Arrow(props: {
  readonly from: Position;
  readonly to: Position;
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
  /** Of a disc and its words; null where there are none. */
  readonly room: Room | null;
  readonly unit: number;
  readonly onPick: (timestep: number) => void;
}

function Mark({ point, detail, selected, marked, room, unit, onPick }: MarkProps) {
  const isStart = point.timestep < 0;
  const word = detail === 'disc' ? wordOf(point) : '';
  const radius = detail === 'disc' || selected ? radiusOf(point, selected) : RADIUS.letter;
  const { x: dx, y: dy } = room
    ? { x: (room.place.x - point.x) * unit, y: (point.y - room.place.y) * unit }
    : { x: 0, y: 0 };
  const label = room?.label ?? null;
  const side = label?.side ?? 1;
  const named = word !== '' && <tspan className={styles.word}>{side > 0 ? `${word} ` : ` ${word}`}</tspan>;
  const said = saidOf(point, side);
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
      {Math.hypot(dx, dy) > radius && (
        <>
          <line className={styles.leader} x2={dx} y2={dy} />
          <circle className={styles.spot} r={RADIUS.dot} />
        </>
      )}
      <g transform={`translate(${dx.toFixed(1)} ${dy.toFixed(1)})`}>
        {label?.led && !isStart && said !== '' && (
          <line className={styles.leader} x2={label.x - 2 * side} y2={label.y} />
        )}
        <circle className={styles.disc} r={isStart && detail !== 'disc' ? RADIUS.start : radius} />
        {marked && <circle className={styles.ring} r={radius + RING} />}
        <text className={styles.letter} fontSize={sizeOf()}>
          {word === '' && point.letter}
        </text>
        {label && !isStart && (
          <text
            className={styles.prediction}
            data-right={point.right ?? 'unknown'}
            x={label.x}
            y={label.y}
            textAnchor={side > 0 ? 'start' : 'end'}
          >
            {side > 0 && named}
            {said}
            {side < 0 && named}
          </text>
        )}
      </g>
    </g>
  );
}
