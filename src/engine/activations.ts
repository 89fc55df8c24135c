/**
 * exp, log, tanh and the logistic function from + − × ÷ and exact bit operations alone, because the built-in
 * ones may differ between browsers. Errors are below 2 ulp, subnormal results apart.
 * exp and tanh: S. Moshier, Cephes mathematical library. log: FDLIBM, Sun Microsystems.
 *
 * They work on numbers in an array: a number that goes into or out of a call which is not inlined is allocated, and
 * at half a million updates a second that garbage costs as much as the arithmetic.
 */

const LN2_HIGH = 0.693145751953125;
const LN2_LOW = 0.0000014286068203094173;

/** 2^k for k = −1022 … 1023, at k + 1022: the powers of two that are normal numbers. */
const POWERS_OF_TWO = new Float64Array(2046);
for (let k = 0, up = 1, down = 1; k <= 1022; k++, up *= 2, down /= 2) {
  POWERS_OF_TWO[1022 + k] = up;
  POWERS_OF_TWO[1022 - k] = down;
}
POWERS_OF_TWO[2045] = 2 * POWERS_OF_TWO[2044];

/** The one number that goes through a function below, for whoever has no array. */
const single = new Float64Array(1);
/** The exponential inside tanh and the logistic function. */
const power = new Float64Array(1);

/** e^x of the number at `at`, in place: e^x = 2^k e^r with |r| ≤ ln 2 / 2, and e^r = 1 + 2rP(r²) / (Q(r²) − rP(r²)). */
function expAt(values: Float64Array, at: number): void {
  const x = values[at];
  if (!(x > -745.2)) {
    if (x <= -745.2) values[at] = 0;
    return;
  }
  if (x > 709.8) {
    values[at] = Number.POSITIVE_INFINITY;
    return;
  }
  const k = (Math.LOG2E * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const rr = r * r;
  const p = r * ((0.00012617719307481058 * rr + 0.030299440770744195) * rr + 1);
  const q = ((0.0000030019850513866446 * rr + 0.002524483403496841) * rr + 0.22726554820815503) * rr + 2;
  const result = 1 + (2 * p) / (q - p);
  if (k > 1023) values[at] = result * 2 * POWERS_OF_TWO[2045];
  else if (k < -1022) values[at] = result * POWERS_OF_TWO[k + 1122] * POWERS_OF_TWO[922];
  else values[at] = result * POWERS_OF_TWO[k + 1022];
}

/** (e^x − e^−x) / (e^x + e^−x), in place; around zero x + x³P(x²) / Q(x²), which keeps small values exact. */
function tanhAt(values: Float64Array, at: number): void {
  const x = values[at];
  const size = Math.abs(x);
  if (size >= 0.625) {
    power[0] = 2 * size;
    if (size <= 22) expAt(power, 0);
    const value = size > 22 ? 1 : 1 - 2 / (power[0] + 1);
    values[at] = x < 0 ? -value : value;
    return;
  }
  const xx = x * x;
  const p = (-0.9643991794250523 * xx - 99.28772310019185) * xx - 1614.6876844170845;
  const q = ((xx + 112.81167849163293) * xx + 2235.4883906010045) * xx + 4844.063053251255;
  values[at] = x + x * ((xx * p) / q);
}

/** 1 / (1 + e^−x), in place. */
function logisticAt(values: Float64Array, at: number): void {
  const x = values[at];
  power[0] = -Math.abs(x);
  expAt(power, 0);
  values[at] = (x < 0 ? power[0] : 1) / (1 + power[0]);
}

const bits = new DataView(new ArrayBuffer(8));

/** ln x, in place: ln x = k ln 2 + ln m with √½ < m ≤ √2, and ln m = f − f²/2 + s(f²/2 + R(s²)), f = m − 1, s = f / (2 + f). */
function logAt(values: Float64Array, at: number): void {
  const x = values[at];
  if (!(x > 0)) {
    values[at] = x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
    return;
  }
  if (x === Number.POSITIVE_INFINITY) return;
  let k = 0;
  let m = x;
  if (x < Math.SQRT1_2 || x > 16) {
    if (m < POWERS_OF_TWO[0]) {
      m *= 18014398509481984;
      k = -54;
    }
    bits.setFloat64(0, m, true);
    // Never above 1022, whose reciprocal is the last normal power.
    const exponent = Math.min((bits.getUint32(4, true) >>> 20) - 1023, 1022);
    k += exponent;
    m *= POWERS_OF_TWO[1022 - exponent];
  }
  while (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const ss = s * s;
  const quartic = ss * ss;
  const even =
    quartic * (0.3999999999940942 + quartic * (0.22222198432149784 + quartic * 0.15313837699209373));
  const odd =
    ss *
    (0.6666666666666735 +
      quartic * (0.2857142874366239 + quartic * (0.1818357216161805 + quartic * 0.14798198605116586)));
  const half = 0.5 * f * f;
  values[at] = k * LN2_TOP - (half - (s * (half + even + odd) + k * LN2_REST) - f);
}

/** ln 2 with so few digits that k times it is exact, and what is missing. */
const LN2_TOP = 0.6931471803691238;
const LN2_REST = 1.9082149292705877e-10;

/** e^x of `count` numbers from `at` on, in place. */
export function expInPlace(values: Float64Array, at: number, count: number): void {
  for (let i = at; i < at + count; i++) expAt(values, i);
}

/** tanh x of `count` numbers from `at` on, in place. */
export function tanhInPlace(values: Float64Array, at: number, count: number): void {
  for (let i = at; i < at + count; i++) tanhAt(values, i);
}

/** 1 / (1 + e^−x) of `count` numbers from `at` on, in place. */
export function logisticInPlace(values: Float64Array, at: number, count: number): void {
  for (let i = at; i < at + count; i++) logisticAt(values, i);
}

/** ln x of `count` numbers from `at` on, in place. */
export function logInPlace(values: Float64Array, at: number, count: number): void {
  for (let i = at; i < at + count; i++) logAt(values, i);
}

/** A function in place as one of a single number. */
function ofOne(inPlace: (values: Float64Array, at: number) => void): (x: number) => number {
  return (x) => {
    single[0] = x;
    inPlace(single, 0);
    return single[0];
  };
}

export const exp = ofOne(expAt);
export const tanh = ofOne(tanhAt);
export const logistic = ofOne(logisticAt);
export const log = ofOne(logAt);
