/** The global L2 norm: of all parameters' gradients as one vector. */
export function norm(gradient: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) sum += gradient[i] * gradient[i];
  return Math.sqrt(sum);
}

/** Scales a gradient of norm `size` down to norm `largest` where it is above, by PyTorch's clip_grad_norm_. */
export function clip(gradient: Float64Array, size: number, largest: number): void {
  const scale = largest / (size + 1e-6);
  if (scale < 1) for (let i = 0; i < gradient.length; i++) gradient[i] *= scale;
}
