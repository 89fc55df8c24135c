/** The name of an encoder or a decoder in its columns: upright where these are too narrow, or not at all. */
import { noteWidth } from './labels.ts';
import styles from './PartName.module.css';

/** From the name to the columns beside. */
const AIR = 2;

export interface PartNameProps {
  readonly name: string;
  /** Of its columns. */
  readonly left: number;
  readonly width: number;
  /** Where it ends, or its line does. */
  readonly bottom: number;
  /** Whether nothing stands over it. */
  readonly isUprightAllowed: boolean;
}

export function PartName({ name, left, width, bottom, isUprightAllowed }: PartNameProps) {
  const isFitting = noteWidth(name) + 2 * AIR <= width;
  if (!isFitting && !isUprightAllowed) return null;
  const middle = left + width / 2;
  return (
    <text
      className={isFitting ? styles.level : styles.upright}
      transform={`translate(${middle} ${bottom})${isFitting ? '' : ' rotate(-90)'}`}
    >
      {name}
    </text>
  );
}
