/** How far the losses of a whole text reach back: too much for one answer, so it is computed piece by piece. */
import { GATES, type GradientReach, type ModelConfig } from '../engine/index.ts';
import type { WholeReach } from './protocol.ts';

/** Losses that are followed: at most, as many rows as a picture has room for, and at least where each of them is costly. */
const MOST_LOSSES = 400;
const FEWEST_LOSSES = 16;
/** Numbers of one layer that go to the page each time there is something new to see. */
const MOST_VALUES = MOST_LOSSES * MOST_LOSSES;
/** Multiplications that all of it and one piece may take: some seconds, and about a millisecond. */
const MOST_PRODUCTS = 1e10;
const PIECE_PRODUCTS = 1e6;
/** What a timestep of a layer costs beside its products, in products. */
const OVERHEAD = 100;

export interface WholeReachPlan {
  /** Ascending timesteps, evenly spread, the last one among them. */
  readonly losses: Int32Array;
  /** How many timesteps each is followed back, its own included. */
  readonly depth: number;
  /** Timesteps in one piece of the work. */
  readonly stride: number;
}

/** All of the triangle, or as much of it as the cost allows: first fewer losses, then shorter ways. */
export function planWholeReach(model: ModelConfig, timesteps: number): WholeReachPlan {
  const { cell, hiddenSize, layers } = model;
  const products = GATES[cell] * hiddenSize * hiddenSize * (2 * layers - 1) + OVERHEAD * layers;
  const steps = MOST_PRODUCTS / products;
  // n losses take about (n + 1) · T / 2 steps.
  const affordable = Math.floor((2 * steps) / timesteps) - 1;
  const carried = Math.floor(MOST_VALUES / timesteps);
  const most = Math.min(timesteps, MOST_LOSSES, carried, Math.max(FEWEST_LOSSES, affordable));
  const every = Math.ceil(timesteps / most);
  const count = Math.ceil(timesteps / every);
  const losses = Int32Array.from({ length: count }, (_, i) => timesteps - 1 - (count - 1 - i) * every);
  const isAffordable = losses.reduce((sum, s) => sum + s + 1, 0) <= steps;
  return {
    losses,
    depth: isAffordable ? timesteps : Math.max(1, Math.floor(steps / count)),
    stride: Math.max(1, Math.floor(PIECE_PRODUCTS / products)),
  };
}

export interface WholeReachWork {
  readonly isFinished: boolean;
  /** Does one piece. */
  goOn(): void;
  /** As far as it is known, in memory of its own. */
  result(): WholeReach;
}

export function createWholeReachWork(
  source: GradientReach,
  { losses, depth, stride }: WholeReachPlan,
): WholeReachWork {
  const { rows, walk } = source.follow(losses, depth, stride);
  let isFinished = false;
  return {
    get isFinished() {
      return isFinished;
    },
    goOn() {
      isFinished ||= walk.next().done === true;
    },
    result: () => ({
      losses: losses.slice(),
      depth,
      isFinished,
      hidden: rows.map(({ hidden }) => hidden.slice()),
      cellState: rows[0].cellState && rows.flatMap(({ cellState }) => (cellState ? [cellState.slice()] : [])),
    }),
  };
}
