/**
 * exp, log, tanh and the logistic function from + − × ÷ and exact bit operations alone, because the built-in
 * ones may differ between browsers. Errors are below 2 ulp, subnormal results apart.
 * exp and tanh: S. Moshier, Cephes mathematical library. log: FDLIBM, Sun Microsystems.
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

/** e^x = 2^k e^r with |r| ≤ ln 2 / 2, and e^r = 1 + 2rP(r²) / (Q(r²) − rP(r²)). */
export function exp(x: number): number {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : x;
  if (x > 709.8) return Number.POSITIVE_INFINITY;
  const k = (Math.LOG2E * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const rr = r * r;
  const p = r * ((0.00012617719307481058 * rr + 0.030299440770744195) * rr + 1);
  const q = ((0.0000030019850513866446 * rr + 0.002524483403496841) * rr + 0.22726554820815503) * rr + 2;
  const result = 1 + (2 * p) / (q - p);
  if (k > 1023) return result * 2 * POWERS_OF_TWO[2045];
  if (k < -1022) return result * POWERS_OF_TWO[k + 1122] * POWERS_OF_TWO[922];
  return result * POWERS_OF_TWO[k + 1022];
}

/** (e^x − e^−x) / (e^x + e^−x); around zero x + x³P(x²) / Q(x²), which keeps small values exact. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size >= 0.625) {
    const value = size > 22 ? 1 : 1 - 2 / (exp(2 * size) + 1);
    return x < 0 ? -value : value;
  }
  const xx = x * x;
  const p = (-0.9643991794250523 * xx - 99.28772310019185) * xx - 1614.6876844170845;
  const q = ((xx + 112.81167849163293) * xx + 2235.4883906010045) * xx + 4844.063053251255;
  return x + x * ((xx * p) / q);
}

/** 1 / (1 + e^−x). */
export function logistic(x: number): number {
  const decay = exp(-Math.abs(x));
  return (x < 0 ? decay : 1) / (1 + decay);
}

const bits = new DataView(new ArrayBuffer(8));

/** The largest k with 2^k ≤ x, for a normal x; never above 1022, whose reciprocal is the last normal power. */
function exponentOf(x: number): number {
  bits.setFloat64(0, x, true);
  return Math.min((bits.getUint32(4, true) >>> 20) - 1023, 1022);
}

/** ln x = k ln 2 + ln m with √½ < m ≤ √2, and ln m = f − f²/2 + s(f²/2 + R(s²)), f = m − 1, s = f / (2 + f). */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  let m = x;
  if (x < Math.SQRT1_2 || x > 16) {
    if (m < POWERS_OF_TWO[0]) {
      m *= 18014398509481984;
      k = -54;
    }
    const exponent = exponentOf(m);
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
  return k * LN2_TOP - (half - (s * (half + even + odd) + k * LN2_REST) - f);
}

/** ln 2 with so few digits that k times it is exact, and what is missing. */
const LN2_TOP = 0.6931471803691238;
const LN2_REST = 1.9082149292705877e-10;
