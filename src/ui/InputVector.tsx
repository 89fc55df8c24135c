import type { Block } from '../layout/blocks.ts';
import type { Read } from '../tasks/task.ts';
import styles from './InputVector.module.css';
import { OneHot } from './OneHot.tsx';

/** x_t as it is: a one-hot vector, the pixels of a picture, or nothing. */
export function InputVector({ block, read }: { readonly block: Block; readonly read: Read }) {
  switch (read.kind) {
    case 'name':
      return <OneHot block={block} index={read.index} vocabulary={read.names} />;
    case 'picture':
      return <Pixels block={block} {...read} />;
    case 'nothing':
      return null;
  }
}

function Pixels({
  block,
  rows,
  columns,
  pixels,
}: {
  readonly block: Block;
  readonly rows: number;
  readonly columns: number;
  readonly pixels: Float64Array;
}) {
  const cell = Math.min(block.height / rows, block.width / columns);
  const left = block.x + (block.width - cell * columns) / 2;
  return (
    <>
      <rect
        className={styles.frame}
        x={left - 1}
        y={block.y - 1}
        width={cell * columns + 2}
        height={cell * rows + 2}
      />
      {Array.from(pixels.subarray(0, rows * columns), (value, index) => (
        <rect
          key={index}
          className={value > 0.5 ? styles.on : styles.off}
          x={left + (index % columns) * cell + 0.25}
          y={block.y + Math.floor(index / columns) * cell + 0.25}
          width={cell - 0.5}
          height={cell - 0.5}
        />
      ))}
    </>
  );
}
