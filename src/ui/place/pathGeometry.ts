/** From positions to pixels. */
import type { Position, SpaceKind } from '../../layout/stateSpace.ts';

/** CSS pixels around a flat drawing for the labels of its axes, and the diagonal of a cube by its edge. */
const MARGIN = 30;
const CUBE_DIAGONAL = Math.sqrt(3);

/** CSS pixels from the middle to the end of an axis. */
export function middleOf(kind: SpaceKind, side: number): number {
  return kind === 'cube' ? (side / 2 - 8) / CUBE_DIAGONAL : side / 2 - MARGIN;
}

/** The d of a line through all positions. */
export function lineThrough(positions: readonly Position[], unit: number): string {
  return positions.map(({ x, y }) => `${(x * unit).toFixed(1)} ${(-y * unit).toFixed(1)}`).join('L');
}

/** The part of a line between two marks of radius `air`, or null where they touch. */
export function between(from: Position, to: Position, unit: number, air: number) {
  const [x1, y1, x2, y2] = [from.x * unit, -from.y * unit, to.x * unit, -to.y * unit];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length <= 2 * air + 1) return null;
  const [dx, dy] = [((x2 - x1) / length) * air, ((y2 - y1) / length) * air];
  return { x1: x1 + dx, y1: y1 + dy, x2: x2 - dx, y2: y2 - dy };
}
