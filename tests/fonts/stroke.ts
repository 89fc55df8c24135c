/** A path drawn with a pen of some width, as the outline of what it leaves. */

export type Point = readonly [x: number, y: number];
export type Path = readonly Point[];

/**
 * The outline of a path of two or more points, clockwise; its ends stand out by half the pen's width and its
 * corners by as much as their edges take to meet, so a sharp corner is better drawn as two paths.
 */
export function strokeOutline(path: Path, width: number): Path {
  const forward = path.slice(1).map((end, index) => direction(path[index], end));
  const corners = path.map(([x, y], index) => {
    const before = forward[index - 1] ?? forward[index];
    const after = forward[index] ?? before;
    const corner = width / 2 / (1 + before[0] * after[0] + before[1] * after[1]);
    const along = index === 0 ? -width / 2 : index === path.length - 1 ? width / 2 : 0;
    return {
      x: x + along * after[0],
      y: y + along * after[1],
      left: -corner * (before[1] + after[1]),
      up: corner * (before[0] + after[0]),
    };
  });
  return [
    ...corners.map(({ x, y, left, up }): Point => [x + left, y + up]),
    ...corners.reverse().map(({ x, y, left, up }): Point => [x - left, y - up]),
  ];
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}
