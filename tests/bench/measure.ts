/** Something to be timed; one call is one update. */
export type Update = () => void;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many updates fill about a millisecond, so that reading the clock costs nothing; warms the code up too. */
function updatesPerLook(update: Update, warmUpMilliseconds: number): number {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < warmUpMilliseconds) {
    update();
    count++;
  }
  return Math.max(1, Math.round(count / (performance.now() - start)));
}

/** Updates per second over a stretch of time. */
function rate(update: Update, perLook: number, milliseconds: number): number {
  const start = performance.now();
  let elapsed = 0;
  let count = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < perLook; i++) update();
    count += perLook;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}

const ROUNDS = 7;
const WARM_UP = 1000;
const STRETCH = 500;

/** Updates per second of each contender in each round: they take turns, so that a noisy machine disturbs all alike. */
export function takeTurns(contenders: readonly Update[]): number[][] {
  const perLook = contenders.map((update) => updatesPerLook(update, WARM_UP));
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, update] of contenders.entries()) {
      rates[index].push(rate(update, perLook[index], STRETCH));
    }
  }
  return rates;
}

/** Median over the rounds of how many times faster the first is. */
export function medianRatio(first: readonly number[], second: readonly number[]): number {
  return median(first.map((value, round) => value / second[round]));
}
