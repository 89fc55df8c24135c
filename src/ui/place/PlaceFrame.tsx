import { formatFixed } from '../../layout/format.ts';
import { formatEnd } from '../../layout/reach.ts';
import { cubeAxes, cubeEdges, type Space, type Turn } from '../../layout/stateSpace.ts';
import styles from './PlaceDrawing.module.css';
import { middleOf } from './pathGeometry.ts';

export interface PlaceFrameProps {
  readonly space: Space;
  readonly turn: Turn;
  readonly side: number;
  readonly axes: readonly string[];
}

/** How far beyond its end an axis is named, in units of its length. */
const NAME_AT = 1.13;

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
        <g key={axis}>
          <path className={styles.axis} d={`M${-x * unit} ${y * unit}L${x * unit} ${-y * unit}`} />
          <text
            className={styles.name}
            x={x * unit * NAME_AT}
            y={-y * unit * NAME_AT}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {axes[axis]}
            {domain !== 1 && ` ${formatFixed(domain, domain < 1 ? 2 : 0)}`}
          </text>
        </g>
      ))}
    </g>
  );
}
