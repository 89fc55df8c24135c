/** Where what is marked on the learning curve stands: interventions along its updates, numbers at the ends of its lines. */

/** What shares one symbol on the update axis. */
export interface Mark<Item> {
  /** Of the symbol: the middle between its first item and its last. */
  readonly position: number;
  readonly items: readonly Item[];
}

/** Half of what a symbol takes along the axis, in CSS pixels: of one item, and of several, which are counted in a ring. */
const HALF_SYMBOL = { one: 4.5, several: 6.5 };
/** CSS pixels between two symbols. */
const GAP = 1;

/** Symbols along the update axis; only those that would lie over each other share one. Items ascend in update. */
export function placeMarks<Item extends { readonly update: number }>(
  items: readonly Item[],
  x: (update: number) => number,
): readonly Mark<Item>[] {
  const marks: Mark<Item>[] = [];
  for (const item of items) {
    let mark: Mark<Item> = { position: x(item.update), items: [item] };
    // Together they may reach the one before as well.
    for (let before = marks.at(-1); before && overlap(before, mark); before = marks.at(-1)) {
      marks.pop();
      const shared = [...before.items, ...mark.items];
      mark = { position: (x(shared[0].update) + x(item.update)) / 2, items: shared };
    }
    marks.push(mark);
  }
  return marks;
}

function overlap(one: Mark<unknown>, other: Mark<unknown>): boolean {
  return other.position - one.position < halfOf(one) + GAP + halfOf(other);
}

/** Half the width of a mark's symbol. */
export function halfOf({ items }: Mark<unknown>): number {
  return items.length > 1 ? HALF_SYMBOL.several : HALF_SYMBOL.one;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels that a small number takes. */
const NUMBER = { width: 9, height: 11 };

/** Where the numbers of lines stand that end in these points: each at its own, or above those that are there already. */
export function placeNumbers(ends: readonly Point[]): readonly Point[] {
  const placed: Point[] = [];
  for (const { x, y } of ends) {
    const near = placed.filter((other) => Math.abs(other.x - x) < NUMBER.width);
    let free = y;
    while (near.some((other) => Math.abs(other.y - free) < NUMBER.height)) free -= NUMBER.height;
    placed.push({ x, y: free });
  }
  return placed;
}
