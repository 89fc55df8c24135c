import { formatEnd } from '../../layout/reach.ts';
import {
  cubeAxes,
  cubeEdges,
  type LabelledEdge,
  outlineEdges,
  type Space,
  type Turn,
} from '../../layout/stateSpace.ts';
import styles from './PlaceDrawing.module.css';
import { middleOf } from './pathGeometry.ts';

export interface PlaceFrameProps {
  readonly space: Space;
  readonly turn: Turn;
  readonly side: number;
  readonly axes: readonly string[];
}

/** CSS pixels from an edge of the cube to what is written beside it. */
const BESIDE = { name: 20, end: 11 };

/** The axes and their ends, and the square or the cube around them. */
export function PlaceFrame({ space, turn, side, axes }: PlaceFrameProps) {
  const unit = middleOf(space.kind, side);
  if (space.kind === 'cube') return <Cube turn={turn} unit={unit} axes={axes} domain={space.domain} />;
  const end = formatEnd(space.domain);
  return (
    <g className={styles.frame}>
      <rect className={styles.box} x={-unit} y={-unit} width={2 * unit} height={2 * unit} />
      <path className={styles.axis} d={`M0 ${-unit}V${unit}`} />
      {space.kind !== 'line' && <path className={styles.axis} d={`M${-unit} 0H${unit}`} />}
      <text x={-unit} y={unit + 15} textAnchor="start">
        −{end}
      </text>
      <text className={styles.name} x={0} y={unit + 15} textAnchor="middle">
        {axes[0]}
      </text>
      <text x={unit} y={unit + 15} textAnchor="end">
        {end}
      </text>
      {space.kind !== 'line' && (
        <g transform={`translate(${-unit - 8} 0) rotate(-90)`}>
          <text x={-unit} textAnchor="start">
            −{end}
          </text>
          <text className={styles.name} textAnchor="middle">
            {axes[1]}
          </text>
          <text x={unit} textAnchor="end">
            {end}
          </text>
        </g>
      )}
    </g>
  );
}

function Cube({
  turn,
  unit,
  axes,
  domain,
}: {
  readonly turn: Turn;
  readonly unit: number;
  readonly axes: readonly string[];
  readonly domain: number;
}) {
  return (
    <g className={styles.frame}>
      {cubeEdges(turn).map(({ from, to, isBehind }, index) => (
        <path
          key={index}
          className={isBehind ? styles.behind : styles.edge}
          d={`M${from.x * unit} ${-from.y * unit}L${to.x * unit} ${-to.y * unit}`}
        />
      ))}
      {cubeAxes(turn).map(({ x, y }, axis) => (
        <path key={axis} className={styles.axis} d={`M${-x * unit} ${y * unit}L${x * unit} ${-y * unit}`} />
      ))}
      {outlineEdges(turn).map((edge, axis) => (
        <EdgeLabels key={axis} edge={edge} unit={unit} name={axes[axis]} end={formatEnd(domain)} />
      ))}
    </g>
  );
}

/** The name of an axis beside the middle of an edge, its ends beside those of the edge. */
function EdgeLabels(props: {
  readonly edge: LabelledEdge;
  readonly unit: number;
  readonly name: string;
  readonly end: string;
}) {
  const { from, to } = props.edge;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const length = Math.hypot(x, y) || 1;
  const beside = (along: number, distance: number) => ({
    x: (x + ((to.x - from.x) / 2) * along) * props.unit + (x / length) * distance,
    y: -((y + ((to.y - from.y) / 2) * along) * props.unit + (y / length) * distance),
    textAnchor:
      x / length > 0.5 ? ('start' as const) : x / length < -0.5 ? ('end' as const) : ('middle' as const),
    dominantBaseline: 'central' as const,
  });
  // An axis seen from its end has no length to write along.
  if (Math.hypot(to.x - from.x, to.y - from.y) < 0.5) return null;
  return (
    <>
      <text className={styles.name} {...beside(0, BESIDE.name)}>
        {props.name}
      </text>
      <text {...beside(-0.86, BESIDE.end)}>−{props.end}</text>
      <text {...beside(0.86, BESIDE.end)}>{props.end}</text>
    </>
  );
}
