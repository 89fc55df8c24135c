import * as reachWords from '../../i18n/reach.ts';
import { formatEnd, type MagnitudeScale, magnitudeFloor } from '../../layout/reach.ts';
import { useWords } from '../context.ts';
import styles from './MagnitudeLegend.module.css';
import { ReachSymbol } from './ReachSymbol.tsx';
import { useMagnitudeTable } from './useMagnitudeTable.ts';

/** The middle of the table is what is not there at all; the colours begin after it. */
const NONE = 128;
const STOPS = Array.from({ length: 9 }, (_, stop) => Math.round(NONE + 1 + (stop * (254 - NONE)) / 8));

/** The scale of the violet colours with its ends, and the colour of none. */
export function MagnitudeLegend({
  domain,
  scale,
  decades,
  state,
}: {
  readonly domain: number;
  readonly scale: MagnitudeScale;
  /** Of the logarithmic scale. */
  readonly decades: number;
  readonly state: 'h' | 'c';
}) {
  const words = useWords(reachWords);
  const { css } = useMagnitudeTable();
  const colors = STOPS.map((index) => css[index]).join(', ');
  const floor = formatEnd(magnitudeFloor(domain, scale, decades));
  const end = formatEnd(domain);
  const log = scale === 'log';
  return (
    <div className={styles.legend}>
      <ReachSymbol state={state} />
      <div className={styles.scale} role="img" aria-label={words.legend(floor, end, log)}>
        <div className={styles.bars}>
          <div className={styles.none} style={{ backgroundColor: css[NONE] }} />
          <div className={styles.bar} style={{ backgroundImage: `linear-gradient(to right, ${colors})` }} />
        </div>
        <div className={styles.values} aria-hidden="true">
          <span>{words.none}</span>
          <span>
            {log ? '≤ ' : '> '}
            {floor}
          </span>
          <span>{end}</span>
        </div>
      </div>
    </div>
  );
}
