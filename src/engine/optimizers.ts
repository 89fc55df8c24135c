/**
 * PyTorch's optimizers with its defaults. `values` holds the P parameters, then P numbers for each moment in the
 * same layout, then what else an optimizer must remember: everything a checkpoint needs, in one buffer.
 */
import type { Numbers } from './numbers.ts';
import type { OptimizerKind } from './training.ts';

export interface Optimizer {
  /** How many moments there are. */
  readonly moments: number;
  /** Start values of what comes after the moments. */
  readonly extras: readonly number[];
  /** One update θ ← θ − …, g the gradient, η the learning rate. */
  update(values: Float64Array, gradient: Numbers, learningRate: number): void;
  /**
   * What that update is going to add to parameter i of P, whose gradient is g: linear in g, once what g is divided
   * by is known. What comes from single timesteps is so told apart from what earlier updates left.
   */
  explain(values: Float64Array, P: number, i: number, g: number, learningRate: number): LinearChange;
}

/** Δθ = carried + scale · g */
export interface LinearChange {
  readonly carried: number;
  readonly scale: number;
}

/** θ ← θ − η g */
const sgd: Optimizer = {
  moments: 0,
  extras: [],
  update(values, gradient, learningRate) {
    for (let i = 0; i < gradient.length; i++) values[i] -= learningRate * gradient[i];
  },
  explain: (_values, _P, _i, _g, learningRate) => ({ carried: 0, scale: -learningRate }),
};

const MOMENTUM = 0.9;

/** m ← µ m + g, θ ← θ − η m (Polyak 1964 as in Sutskever et al. 2013, without their η inside m) */
const momentum: Optimizer = {
  moments: 1,
  extras: [],
  update(values, gradient, learningRate) {
    const P = gradient.length;
    for (let i = 0; i < P; i++) {
      const m = MOMENTUM * values[P + i] + gradient[i];
      values[P + i] = m;
      values[i] -= learningRate * m;
    }
  },
  explain: (values, P, i, _g, learningRate) => ({
    carried: -learningRate * MOMENTUM * values[P + i],
    scale: -learningRate,
  }),
};

const ADAGRAD_EPSILON = 1e-10;

/** v ← v + g², θ ← θ − η g / (√v + ε) (Duchi et al. 2011) */
const adagrad: Optimizer = {
  moments: 1,
  extras: [],
  update(values, gradient, learningRate) {
    const P = gradient.length;
    for (let i = 0; i < P; i++) {
      const g = gradient[i];
      const v = values[P + i] + g * g;
      values[P + i] = v;
      values[i] -= (learningRate * g) / (Math.sqrt(v) + ADAGRAD_EPSILON);
    }
  },
  explain: (values, P, i, g, learningRate) => ({
    carried: 0,
    scale: -learningRate / (Math.sqrt(values[P + i] + g * g) + ADAGRAD_EPSILON),
  }),
};

const RMSPROP_DECAY = 0.99;
const EPSILON = 1e-8;

/** v ← α v + (1 − α) g², θ ← θ − η g / (√v + ε) (Tieleman and Hinton 2012) */
const rmsprop: Optimizer = {
  moments: 1,
  extras: [],
  update(values, gradient, learningRate) {
    const P = gradient.length;
    for (let i = 0; i < P; i++) {
      const g = gradient[i];
      const v = RMSPROP_DECAY * values[P + i] + (1 - RMSPROP_DECAY) * g * g;
      values[P + i] = v;
      values[i] -= (learningRate * g) / (Math.sqrt(v) + EPSILON);
    }
  },
  explain(values, P, i, g, learningRate) {
    const v = RMSPROP_DECAY * values[P + i] + (1 - RMSPROP_DECAY) * g * g;
    return { carried: 0, scale: -learningRate / (Math.sqrt(v) + EPSILON) };
  },
};

const BETA_1 = 0.9;
const BETA_2 = 0.999;

/**
 * m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ⁿ) and
 * v̂ = v / (1 − β₂ⁿ) (Kingma and Ba 2015). The powers βⁿ are kept as running products after the moments.
 */
const adam: Optimizer = {
  moments: 2,
  extras: [1, 1],
  update(values, gradient, learningRate) {
    const P = gradient.length;
    const power1 = values[3 * P] * BETA_1;
    const power2 = values[3 * P + 1] * BETA_2;
    values[3 * P] = power1;
    values[3 * P + 1] = power2;
    const rate = learningRate / (1 - power1);
    const correction = 1 / Math.sqrt(1 - power2);
    for (let i = 0; i < P; i++) {
      const g = gradient[i];
      const m = BETA_1 * values[P + i] + (1 - BETA_1) * g;
      const v = BETA_2 * values[2 * P + i] + (1 - BETA_2) * g * g;
      values[P + i] = m;
      values[2 * P + i] = v;
      values[i] -= (rate * m) / (Math.sqrt(v) * correction + EPSILON);
    }
  },
  explain(values, P, i, g, learningRate) {
    const rate = learningRate / (1 - values[3 * P] * BETA_1);
    const v = BETA_2 * values[2 * P + i] + (1 - BETA_2) * g * g;
    const perMoment = -rate / (Math.sqrt(v) / Math.sqrt(1 - values[3 * P + 1] * BETA_2) + EPSILON);
    return { carried: perMoment * BETA_1 * values[P + i], scale: perMoment * (1 - BETA_1) };
  },
};

export const OPTIMIZERS: Readonly<Record<OptimizerKind, Optimizer>> = {
  sgd,
  momentum,
  adagrad,
  rmsprop,
  adam,
};
