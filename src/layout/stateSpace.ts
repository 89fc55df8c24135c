/** The hidden state as a place: coordinates of states in a line, a square, a cube or on principal components. */
import type { ModelConfig } from '../engine/index.ts';
import { GATE_LETTERS } from './matrices.ts';
import { coordinates, type PrincipalComponents } from './principalComponents.ts';

/** Up to three units are drawn as they are. */
export type SpaceKind = 'line' | 'square' | 'cube' | 'components';

export interface Space {
  readonly kind: SpaceKind;
  /** Units of a state. */
  readonly size: number;
  /** The axes go from −domain to +domain. */
  readonly domain: number;
  /** Null unless the kind is `components`. */
  readonly components: PrincipalComponents | null;
}

/** A position in the drawing: x to the right and y up, depth towards the person; the axes end at ±1. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** How a cube is turned, in radians: about its upright axis, then towards the person. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
}

/** 3×3, row-major. */
type Rotation = readonly [number, number, number, number, number, number, number, number, number];

export const FIRST_TURN: Turn = { yaw: -0.5, pitch: 0.35 };
/** The most of a pitch. */
export const STEEPEST = Math.PI / 2;

export function spaceKind(units: number): SpaceKind {
  return units > 3 ? 'components' : (['line', 'square', 'cube'] as const)[units - 1];
}

/** Turns further; the cube never goes over head. */
export function turnBy({ yaw, pitch }: Turn, right: number, up: number): Turn {
  return { yaw: yaw + right, pitch: Math.max(-STEEPEST, Math.min(STEEPEST, pitch + up)) };
}

/** Rx(pitch)·Ry(yaw) */
export function rotation({ yaw, pitch }: Turn): Rotation {
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return [cy, 0, sy, sp * sy, cp, -sp * cy, -cp * sy, sp, cp * cy];
}

/** Orthographic: the third coordinate becomes the depth. */
export function rotate(r: Rotation, [a, b, c]: readonly [number, number, number]): Position {
  return {
    x: r[0] * a + r[1] * b + r[2] * c,
    y: r[3] * a + r[4] * b + r[5] * c,
    depth: r[6] * a + r[7] * b + r[8] * c,
  };
}

/**
 * Where the states of rows `from` ≤ row < `to` stand. On a line the height is the place in the text, from the top
 * down, so that states on the same spot stay apart.
 */
export function placeStates(
  states: Float64Array,
  from: number,
  to: number,
  { kind, size, domain, components }: Space,
  turn: Turn,
): readonly Position[] {
  const rows = states.length / size;
  const turned = rotation(turn);
  return Array.from({ length: to - from }, (_, index) => {
    const row = from + index;
    const state = states.subarray(row * size, (row + 1) * size);
    const [x, y = 0, z = 0] = Array.from(
      kind === 'components' && components ? coordinates(components, state) : state,
      (value) => value / domain,
    );
    if (kind === 'line') return { x, y: rows > 1 ? 0.9 - (1.8 * row) / (rows - 1) : 0, depth: 0 };
    return kind === 'cube' ? rotate(turned, [x, y, z]) : { x, y, depth: 0 };
  });
}

/** An edge of the cube; what lies behind it is seen through it. */
export interface Edge {
  readonly from: Position;
  readonly to: Position;
  /** Whether it ends in the corner that is farthest away. */
  readonly isBehind: boolean;
}

/** The twelve edges of the cube. */
export function cubeEdges(turn: Turn): readonly Edge[] {
  const r = rotation(turn);
  const corners = Array.from({ length: 8 }, (_, corner) =>
    rotate(r, [corner & 1 ? 1 : -1, corner & 2 ? 1 : -1, corner & 4 ? 1 : -1]),
  );
  const farthest = Math.min(...corners.map(({ depth }) => depth));
  return [1, 2, 4].flatMap((bit) =>
    corners.flatMap((from, corner) => {
      const to = corners[corner | bit];
      return corner & bit ? [] : [{ from, to, isBehind: Math.min(from.depth, to.depth) <= farthest }];
    }),
  );
}

/** An edge along one axis, from its negative to its positive end. */
export interface LabelledEdge {
  readonly from: Position;
  readonly to: Position;
}

/** For each axis the edge of the cube on its outline that is lowest, where there is room for numbers beside it. */
export function outlineEdges(turn: Turn): readonly LabelledEdge[] {
  const r = rotation(turn);
  return [0, 1, 2].map((axis) => {
    const edges = [0, 1, 2, 3].map((corner) => {
      const end = (sign: number) => {
        const sides = [corner & 1 ? 1 : -1, corner & 2 ? 1 : -1];
        sides.splice(axis, 0, sign);
        return rotate(r, [sides[0], sides[1], sides[2]]);
      };
      return { from: end(-1), to: end(1) };
    });
    return edges.reduce((best, edge) => (outwardness(edge) > outwardness(best) + 1e-9 ? edge : best));
  });
}

/** How far the middle of an edge is from the middle of the cube, a little more below and at the left. */
function outwardness({ from, to }: LabelledEdge): number {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return Math.hypot(x, y) - 0.2 * y - 0.1 * x;
}

/** The positive ends of the three axes through the middle of the cube. */
export function cubeAxes(turn: Turn): readonly Position[] {
  const r = rotation(turn);
  return [rotate(r, [1, 0, 0]), rotate(r, [0, 1, 0]), rotate(r, [0, 0, 1])];
}

/** Multiplications that the trail may cost the worker for each picture. */
const TRAIL_PRODUCTS = { training: 2e7, still: 5e8 };
const LONGEST_TRAIL = 8;

/** How many earlier updates are drawn: each costs a forward pass over the text. */
export function trailSize(
  { cell, hiddenSize, inputSize, layers, outputSize }: ModelConfig,
  timesteps: number,
  isTraining: boolean,
): number {
  const rows = Math.max(1, GATE_LETTERS[cell].length) * hiddenSize;
  const products = rows * hiddenSize * (2 * layers - 1) + (inputSize + outputSize) * hiddenSize;
  const most = isTraining ? TRAIL_PRODUCTS.training : TRAIL_PRODUCTS.still;
  return Math.min(LONGEST_TRAIL, Math.floor(most / (products * timesteps)));
}

/** The largest magnitude among coordinates as they are drawn, before any scaling. */
export function extent(
  states: Float64Array,
  size: number,
  components: PrincipalComponents | null,
  from = 0,
  to = states.length / size,
): number {
  let largest = 0;
  for (let row = from; row < to; row++) {
    const state = states.subarray(row * size, (row + 1) * size);
    for (const value of components ? coordinates(components, state) : state) {
      largest = Math.max(largest, Math.abs(value));
    }
  }
  return largest;
}

/** One letter that is read at several timesteps, and how far apart the states after them are. */
export interface Repeated {
  readonly letter: string;
  /** From 0, ascending; of many those nearest to the selected one. */
  readonly timesteps: readonly number[];
  /** How often it is read altogether. */
  readonly times: number;
  readonly least: number;
  readonly most: number;
}

const MOST_REPEATED = 12;

/**
 * The letter of the selected timestep if it is read more than once; else the first letter that has to be answered in
 * two ways, which takes a memory; else the first that is repeated; null where none is.
 */
export function findRepeated(
  letters: readonly string[],
  states: Float64Array,
  size: number,
  selected: number,
): Repeated | null {
  const placesOf = new Map<string, number[]>();
  for (let t = 0; t < letters.length - 1; t++) {
    const places = placesOf.get(letters[t]);
    if (places) places.push(t);
    else placesOf.set(letters[t], [t]);
  }
  const repeated = [...placesOf].filter(([, places]) => places.length > 1);
  const [letter, all] =
    repeated.find(([each]) => each === letters[selected]) ??
    repeated.find(([, places]) => new Set(places.map((t) => letters[t + 1])).size > 1) ??
    repeated[0] ??
    [];
  if (letter === undefined || all === undefined) return null;
  const timesteps = [...all]
    .sort((a, b) => Math.abs(a - selected) - Math.abs(b - selected))
    .slice(0, MOST_REPEATED)
    .sort((a, b) => a - b);
  const distances = timesteps.flatMap((t, index) =>
    timesteps.slice(0, index).map((other) => distance(states, size, other + 1, t + 1)),
  );
  return {
    letter,
    timesteps,
    times: all.length,
    least: Math.min(...distances),
    most: Math.max(...distances),
  };
}

/** Euclidean distance of two rows of states, in all dimensions. */
export function distance(states: Float64Array, size: number, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (states[a * size + i] - states[b * size + i]) ** 2;
  return Math.sqrt(sum);
}
