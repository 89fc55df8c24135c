/** The directions in which points in many dimensions spread the most. */

export interface Points {
  readonly values: Float64Array;
  /** Point i is values[(first + i·stride)·size …]. */
  readonly first: number;
  readonly stride: number;
  readonly count: number;
  /** Dimensions of a point. */
  readonly size: number;
}

export interface PrincipalComponents {
  /** (size) */
  readonly mean: Float64Array;
  /** Unit vectors, the one of largest variance first: (size) each. */
  readonly axes: readonly Float64Array[];
  /** The share of the whole variance along each. */
  readonly shares: readonly number[];
}

/** More vectors than wanted make the iteration converge where variances are close to each other. */
const SPARE = 4;
const MOST_ITERATIONS = 80;
const TOLERANCE = 1e-11;

/**
 * The first `wanted` principal components, by subspace iteration on XᵀX for the centred points X, which is never
 * formed: O(count · size) an iteration. The same points give the same components; of the two directions of an axis
 * the one in which its largest entry is positive, or the one nearer to `before`.
 */
export function principalComponents(
  points: Points,
  wanted: number,
  before: readonly Float64Array[] | null = null,
): PrincipalComponents {
  const { count, size } = points;
  const { centred, mean } = centre(points);
  const total = centred.reduce((sum, value) => sum + value * value, 0);
  const width = Math.min(size, wanted + SPARE);
  let basis = Array.from({ length: width }, (_, j) => startVector(size, j));
  orthonormalise(basis);
  let variances: readonly number[] = basis.map(() => 0);
  for (let iteration = 0; total > 0 && iteration < MOST_ITERATIONS; iteration++) {
    const projected = basis.map((axis) => project(centred, count, axis));
    const { values, vectors } = symmetricEigen(projected.map((a) => projected.map((b) => dot(a, b))));
    const settled = values
      .slice(0, wanted)
      .every((value, j) => Math.abs(value - variances[j]) <= TOLERANCE * total);
    variances = values;
    basis = vectors.map((weights) => combine(basis, weights));
    if (settled && iteration > 0) break;
    const next = vectors.map((weights) => gather(centred, combine(projected, weights), size));
    // Directions without any variance keep the place they have.
    basis = next.map((axis, j) => (values[j] > TOLERANCE * total ? axis : basis[j]));
    orthonormalise(basis);
  }
  const axes = basis.slice(0, wanted);
  axes.forEach((axis, j) => {
    orient(axis, before?.[j]);
  });
  return { mean, axes, shares: axes.map((_, j) => (total > 0 ? variances[j] / total : 0)) };
}

/** The axes that point the other way than they do by themselves, by their places. */
export function mirroredAxes({ axes }: PrincipalComponents): readonly number[] {
  return axes.flatMap((axis, j) => (largestEntry(axis) < 0 ? [j] : []));
}

/** The same directions with these axes the other way round. */
export function mirror(components: PrincipalComponents, mirrored: readonly number[]): PrincipalComponents {
  const axes = components.axes.map((axis, j) => (mirrored.includes(j) ? axis.map((entry) => -entry) : axis));
  return { ...components, axes };
}

/** The coordinates of one point along the axes. */
export function coordinates(
  { mean, axes }: Pick<PrincipalComponents, 'mean' | 'axes'>,
  point: Float64Array,
): readonly number[] {
  return axes.map((axis) => {
    let sum = 0;
    for (let i = 0; i < axis.length; i++) sum += axis[i] * (point[i] - mean[i]);
    return sum;
  });
}

function centre({ values, first, stride, count, size }: Points) {
  const mean = new Float64Array(size);
  const centred = new Float64Array(count * size);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < size; j++) {
      const value = values[(first + i * stride) * size + j];
      centred[i * size + j] = value;
      mean[j] += value / count;
    }
  }
  for (let k = 0; k < centred.length; k++) centred[k] -= mean[k % size];
  return { centred, mean };
}

/** Scattered entries that depend on nothing but their place. */
function startVector(size: number, j: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => ((i * 37 + j * 61 + i * j * 13 + 11) % 97) - 48.3);
}

/** X·axis */
function project(centred: Float64Array, count: number, axis: Float64Array): Float64Array {
  const size = axis.length;
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += centred[i * size + j] * axis[j];
    result[i] = sum;
  }
  return result;
}

/** Xᵀ·weights */
function gather(centred: Float64Array, weights: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size);
  for (let i = 0; i < weights.length; i++) {
    for (let j = 0; j < size; j++) result[j] += weights[i] * centred[i * size + j];
  }
  return result;
}

function combine(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return vectors[0].map((_, i) => vectors.reduce((sum, vector, j) => sum + weights[j] * vector[i], 0));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Gram–Schmidt, twice for accuracy; what depends on the vectors before it is replaced by a unit direction. */
function orthonormalise(vectors: Float64Array[]): void {
  vectors.forEach((vector, j) => {
    const scale = Math.sqrt(dot(vector, vector)) || 1;
    for (let attempt = -1; attempt < vector.length; attempt++) {
      if (attempt >= 0) {
        vector.fill(0);
        vector[attempt] = scale;
      }
      for (let pass = 0; pass < 2; pass++) {
        for (const earlier of vectors.slice(0, j)) {
          const along = dot(vector, earlier);
          for (let i = 0; i < vector.length; i++) vector[i] -= along * earlier[i];
        }
      }
      const length = Math.sqrt(dot(vector, vector));
      if (length <= 1e-9 * scale) continue;
      for (let i = 0; i < vector.length; i++) vector[i] /= length;
      return;
    }
  });
}

/** Eigenvalues, largest first, and unit eigenvectors of a small symmetric matrix: Jacobi's rotations. */
function symmetricEigen(matrix: number[][]): { values: number[]; vectors: number[][] } {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j): number => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        if (a[p][q] === 0) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, p, q, c, t * c);
        for (const row of v) [row[p], row[q]] = [c * row[p] - t * c * row[q], t * c * row[p] + c * row[q]];
      }
    }
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return {
    values: order.map((i) => a[i][i]),
    vectors: order.map((i) => v.map((row) => row[i])),
  };
}

/** A ← JᵀAJ for the rotation J of axes p and q. */
function rotate(a: number[][], p: number, q: number, c: number, s: number): void {
  for (const row of a) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
  const [rowP, rowQ] = [a[p], a[q]];
  a[p] = rowP.map((value, i) => c * value - s * rowQ[i]);
  a[q] = rowP.map((value, i) => s * value + c * rowQ[i]);
  a[p][q] = 0;
  a[q][p] = 0;
}

function orient(axis: Float64Array, before: Float64Array | undefined): void {
  const agreement = before?.length === axis.length ? dot(axis, before) : largestEntry(axis);
  if (agreement < 0) for (let i = 0; i < axis.length; i++) axis[i] = -axis[i];
}

function largestEntry(axis: Float64Array): number {
  return axis.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) + 1e-9 ? entry : most), 0);
}
