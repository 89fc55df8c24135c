import type { Numbers } from './numbers.ts';

/** The global L2 norm: of all parameters' gradients as one vector. */
export function norm(gradient: Numbers): number {
  const { length } = gradient;
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    even += gradient[i] * gradient[i];
    odd += gradient[i + 1] * gradient[i + 1];
  }
  if (i < length) even += gradient[i] * gradient[i];
  return Math.sqrt(even + odd);
}

/** What a gradient of norm `size` is multiplied by so that it is no longer than `largest`: PyTorch's clip_grad_norm_. */
export function clippingFactor(size: number, largest: number): number {
  return Math.min(1, largest / (size + 1e-6));
}

/** Scales a gradient of norm `size` down to norm `largest` where it is above. */
export function clip(gradient: Numbers, size: number, largest: number): void {
  const factor = clippingFactor(size, largest);
  if (factor < 1) for (let i = 0; i < gradient.length; i++) gradient[i] *= factor;
}
