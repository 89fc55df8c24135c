/** The global L2 norm: of all parameters' gradients as one vector. */
export function norm(gradient: Float64Array): number {
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

/** Scales a gradient of norm `size` down to norm `largest` where it is above, by PyTorch's clip_grad_norm_. */
export function clip(gradient: Float64Array, size: number, largest: number): void {
  const scale = largest / (size + 1e-6);
  if (scale < 1) for (let i = 0; i < gradient.length; i++) gradient[i] *= scale;
}
