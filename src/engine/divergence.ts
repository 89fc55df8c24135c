import type { Checkpoint } from './trainer.ts';

/**
 * Nats per target above which training counts as blown up. A uniform guess costs ln V, under 8 for the largest
 * vocabulary; whoever gives the right letter a chance of e⁻¹⁰⁰ has lost its way, even where no number overflowed.
 */
export const MAX_LOSS = 100;

/** The loss stopped being a usable number; the trainer stands at the last good update again. */
export class DivergenceError extends Error {
  /** The update whose loss or gradient failed. */
  readonly update: number;
  readonly loss: number;
  /** Null when there never was one: the very first forward or backward pass failed. */
  readonly lastGood: Checkpoint | null;

  constructor(update: number, loss: number, lastGood: Checkpoint | null) {
    super(`training diverged at update ${update}: the loss is ${loss} nats per target`);
    this.name = 'DivergenceError';
    this.update = update;
    this.loss = loss;
    this.lastGood = lastGood;
  }
}
