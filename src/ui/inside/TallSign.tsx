/** A sign between matrices, whose round bracket is as high as so many rows. */
import { Fragment } from 'react';
import { Sign } from './Sign.tsx';
import styles from './TallSign.module.css';

const ROW_HEIGHT = 23;
/** Of the square brackets around the rows. */
const PADDING = 4;

export function TallSign({ text, rows }: { readonly text: string; readonly rows: number }) {
  const height = rows * ROW_HEIGHT + PADDING;
  return text
    .split(/([()])/)
    .filter((part) => part !== '')
    .map((part, index) => (
      <Fragment key={`${index}`}>
        {part === '(' || part === ')' ? (
          <span className={part === '(' ? styles.opening : styles.closing} style={{ height }}>
            <span className="visually-hidden">{part}</span>
          </span>
        ) : (
          <Sign text={part} />
        )}
      </Fragment>
    ));
}
