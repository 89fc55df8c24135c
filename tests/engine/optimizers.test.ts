import { describe, expect, it } from 'vitest';
import { clip, norm } from '../../src/engine/clipping.ts';
import type { OptimizerKind } from '../../src/engine/index.ts';
import { OPTIMIZERS } from '../../src/engine/optimizers.ts';

/** θ starts at 1, η = 0.1, and these gradients come one after another. */
const GRADIENTS = [0.5, -1, 2, 0.25];

/**
 * θ after each update, worked out with 40 decimal digits from the published formula. The constants are the defaults
 * of torch.optim: SGD, SGD(momentum=0.9), Adagrad(eps=1e-10), RMSprop(alpha=0.99, eps=1e-8), Adam((0.9, 0.999), 1e-8).
 */
const WORKED: Readonly<Record<OptimizerKind, readonly number[]>> = {
  // steps 0.05, −0.1, 0.2, 0.025
  sgd: [0.95, 1.05, 0.85, 0.825],
  // m = 0.5, −0.55, 1.505, 1.6045
  momentum: [0.95, 1.005, 0.8545, 0.69405],
  // v = 0.25, 1.25, 5.25, 5.3125 (Duchi et al. 2011)
  adagrad: [0.90000000002, 0.9894427191119916, 0.9021555630214042, 0.8913090401309419],
  // v = 0.0025, 0.012475, 0.05235025, 0.0524517475 (Tieleman and Hinton 2012)
  rmsprop: [1.99999960000008e-7, 0.895323081911337, 0.02120400856193211, -0.08795510713531576],
  // m̂ = 0.5, −0.055/0.19, 0.1505/0.271, …; v̂ = 0.25, 0.00124975/0.001999, … (Kingma and Ba 2015, algorithm 1)
  adam: [0.900000002, 0.9366103542405656, 0.8946447927181048, 0.8541649956594549],
};

describe.each(Object.keys(WORKED) as OptimizerKind[])('%s', (kind) => {
  const optimizer = OPTIMIZERS[kind];

  /** θ of two parameters after each gradient; the second one's gradients have the opposite sign. */
  function run(): number[][] {
    const values = Float64Array.of(
      1,
      -1,
      ...new Array<number>(2 * optimizer.moments).fill(0),
      ...optimizer.extras,
    );
    return GRADIENTS.map((g) => {
      optimizer.update(values, Float64Array.of(g, -g), 0.1);
      return [values[0], values[1]];
    });
  }

  it('follows its published update', () => {
    for (const [n, [theta]] of run().entries()) expect(theta).toBeCloseTo(WORKED[kind][n], 13);
  });

  it('treats every parameter alike and apart', () => {
    for (const [theta, mirrored] of run()) expect(mirrored).toBe(-theta);
  });
});

describe('clipping', () => {
  it('takes the norm over all parameters', () => {
    expect(norm(Float64Array.of(3, 0, -4))).toBe(5);
  });

  it('scales what is longer down to the limit, keeping its direction', () => {
    const gradient = Float64Array.of(3, 0, -4);
    clip(gradient, norm(gradient), 0.5);
    expect(norm(gradient)).toBeCloseTo(0.5, 6);
    expect(norm(gradient)).toBeLessThanOrEqual(0.5);
    expect(gradient[0] / gradient[2]).toBeCloseTo(-3 / 4, 15);
  });

  it('leaves what is shorter as it is', () => {
    const gradient = Float64Array.of(3, 0, -4);
    clip(gradient, 5, 5.1);
    expect(gradient).toEqual(Float64Array.of(3, 0, -4));
  });
});
