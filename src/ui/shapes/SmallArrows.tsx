/** The arrows of a small network: there is none where a step reads or says nothing. */
import styles from './SmallArrows.module.css';
import type { SmallLayout } from './smallLayout.ts';
import type { ReadMark } from './stepMarks.ts';

const AIR = 3;
const HEAD = 5;

export interface SmallArrowsProps {
  readonly layout: SmallLayout;
  readonly isCut: boolean;
  readonly reads: readonly ReadMark['kind'][];
  readonly says: readonly boolean[];
  /** The upper edge of what is said, step by step. */
  readonly saidTops: readonly number[];
  /** The lower edge of all of it. */
  readonly saidEnd: number;
}

export function SmallArrows({ layout, isCut, reads, says, saidTops, saidEnd }: SmallArrowsProps) {
  const { pitch, blocks, y } = layout;
  const top = blocks[0];
  const bottom = blocks[blocks.length - 1];
  return reads.map((read, t) => {
    const middle = (t + 0.5) * pitch;
    const lines = [
      ...(says[t] ? [up(middle, top.y - AIR, saidEnd + 2)] : []),
      ...(read === 'nothing' || read === 'unknown'
        ? []
        : [up(middle, y.read - AIR, bottom.y + bottom.height + AIR)]),
      ...blocks.slice(1).map((block, index) => {
        const above = blocks[index];
        return up(middle, block.y - AIR, above.y + above.height + AIR);
      }),
      ...(isCut || t === reads.length - 1
        ? []
        : blocks.map(({ x, y: start, width, height }) =>
            right(t * pitch + x + width + 1.5, (t + 1) * pitch + x - 1.5, start + height / 2),
          )),
    ];
    return (
      <g key={t}>
        <path className={styles.line} d={lines.map(({ line }) => line).join('')} />
        <path className={styles.head} d={lines.map(({ head }) => head).join('')} />
        {read === 'own' && t > 0 && (
          <path className={styles.own} d={ownWay(middle, pitch, saidTops[t - 1], y.read)} />
        )}
      </g>
    );
  });
}

function up(x: number, from: number, to: number) {
  return { line: `M${x} ${from}V${to + HEAD}`, head: `M${x} ${to}l-3 ${HEAD}h6z` };
}

function right(from: number, to: number, y: number) {
  const head = Math.min(HEAD, to - from);
  return { line: `M${from} ${y}H${to - head}`, head: `M${to} ${y}l${-head} -3v6z` };
}

/** From what the step before said, between the states, to what this step reads. */
function ownWay(middle: number, pitch: number, saidTop: number, read: number): string {
  const between = middle - pitch / 2;
  return `M${middle - pitch} ${saidTop}C${between} ${saidTop - 14} ${between} ${saidTop} ${between} ${saidTop + 20}V${read - 4}Q${between} ${read + 10} ${middle - 4} ${read + 6}L${middle} ${read - AIR}`;
}
