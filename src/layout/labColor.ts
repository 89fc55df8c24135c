/**
 * Colours that are evenly spaced to the eye: straight lines in CIE L*a*b* (white point D50), as d3-interpolate's
 * `interpolateLab`, which would bring every other kind of interpolation into the first script that is loaded.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Bytes of a colour written #rrggbb. */
export function parseHex(hex: string): Rgb {
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [byte(1), byte(3), byte(5)];
}

export function formatHex(color: Rgb): string {
  return `#${color.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** From one colour (at 0) to another (at 1), rounded to bytes. */
export function labScale(from: string, to: string): (share: number) => Rgb {
  const start = toLab(parseHex(from));
  const end = toLab(parseHex(to));
  return (share) => fromLab(start.map((value, i) => value + share * (end[i] - value)));
}

/** The share of light that a byte of sRGB stands for (IEC 61966-2-1). */
export function linearLight(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function byteOf(light: number): number {
  const share = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, share)));
}

/** sRGB primaries adapted to D50, each row divided by the white point. */
const TO_WHITE = [
  [0.4360747 / 0.96422, 0.3850649 / 0.96422, 0.1430804 / 0.96422],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322 / 0.82521, 0.0971045 / 0.82521, 0.7141733 / 0.82521],
];
const FROM_WHITE = [
  [3.1338561 * 0.96422, -1.6168667, -0.4906146 * 0.82521],
  [-0.9787684 * 0.96422, 1.9161415, 0.033454 * 0.82521],
  [0.0719453 * 0.96422, -0.2289914, 1.4052427 * 0.82521],
];
const EDGE = 6 / 29;

function toLab(color: Rgb): number[] {
  const light = color.map(linearLight);
  const [x, y, z] = multiply(TO_WHITE, light).map((t) =>
    t > EDGE ** 3 ? Math.cbrt(t) : t / (3 * EDGE ** 2) + 4 / 29,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function fromLab([l, a, b]: readonly number[]): Rgb {
  const y = (l + 16) / 116;
  const xyz = [y + a / 500, y, y - b / 200].map((t) => (t > EDGE ? t ** 3 : 3 * EDGE ** 2 * (t - 4 / 29)));
  const [red, green, blue] = multiply(FROM_WHITE, xyz).map(byteOf);
  return [red, green, blue];
}

function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i], 0));
}
