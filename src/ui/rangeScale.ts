/** Where a value is on the track of a slider, from 0 to 1, and back. */
export interface RangeScale {
  fraction(value: number, min: number, max: number): number;
  value(fraction: number, min: number, max: number): number;
}

export const LINEAR: RangeScale = {
  fraction: (value, min, max) => (value - min) / (max - min),
  value: (fraction, min, max) => min + fraction * (max - min),
};

/** Equal ratios are equally far apart; min must be positive. */
export const LOGARITHMIC: RangeScale = {
  fraction: (value, min, max) => Math.log(value / min) / Math.log(max / min),
  value: (fraction, min, max) => min * (max / min) ** fraction,
};

/** The whole number at a place on the track or beyond its ends. */
export function valueAt(fraction: number, scale: RangeScale, min: number, max: number): number {
  return Math.round(scale.value(Math.min(1, Math.max(0, fraction)), min, max));
}
