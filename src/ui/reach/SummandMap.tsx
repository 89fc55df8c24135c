import { type ReactNode, useMemo } from 'react';
import type { Summand } from '../../layout/contributions.ts';
import type { Cell } from '../../layout/heatmap.ts';
import type { ParameterMap } from '../../layout/matrices.ts';
import type { SummandSize } from '../../layout/sumLines.ts';
import { HeatmapExplorer, type Way } from '../canvas/HeatmapExplorer.tsx';
import styles from './ContributionsFigure.module.css';

export interface SummandMapProps {
  readonly summand: Summand;
  readonly title: string;
  /** The letter read at the timestep; null where it is no single one. */
  readonly letter: string | null;
  readonly length: string;
  readonly selected: boolean;
  readonly label: string;
  readonly describedBy: string;
  readonly map: ParameterMap;
  /** Of rows that are kept apart. */
  readonly blocks: number;
  readonly columnNames: ReactNode;
  /** CSS pixels of what is written above it. */
  readonly above: number;
  /** CSS pixels, with what is written at the matrix. */
  readonly width: number;
  readonly size: SummandSize;
  readonly domain: number;
  /** Digits are written in units of ten to the minus this. */
  readonly power: number;
  readonly cursor: Cell | null;
  readonly onCursor: (cell: Cell | null, way: Way) => void;
  readonly onPick: () => void;
}

/** One matrix of the sum, with its step above and its length below. */
export function SummandMap(props: SummandMapProps) {
  const { summand, map, size, power, domain } = props;
  const { rows, columns } = map;
  const factor = 10 ** power;
  const values = useMemo(
    () => (factor === 1 ? summand.values : summand.values.map((value) => value * factor)),
    [summand.values, factor],
  );
  const grid = useMemo(
    () => ({ rows, columns, offset: 0, rowStride: columns, columnStride: 1 }),
    [rows, columns],
  );
  return (
    <div
      className={styles.summand}
      data-selected={props.selected}
      data-total={summand.kind === 'sum'}
      style={{ width: props.width }}
    >
      <p className={styles.title} style={{ height: props.above }}>
        {props.letter !== null && <b>{props.letter}</b>} {props.title}
      </p>
      <HeatmapExplorer
        label={props.label}
        describedBy={props.describedBy}
        values={values}
        grid={grid}
        domain={domain * factor}
        width={size.width}
        height={size.height}
        rowBlocks={props.blocks}
        digits={size.digits}
        cursor={props.cursor}
        onCursor={props.onCursor}
        onPick={props.onPick}
      />
      {props.columnNames}
      <p className={styles.length}>{props.length}</p>
    </div>
  );
}
