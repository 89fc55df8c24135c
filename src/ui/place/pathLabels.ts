/** Where the discs of a short path and the words beside them have room: set apart where states nearly coincide. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A state in CSS pixels from the middle, y down. */
export interface Disc extends Point {
  /** Of the disc with its ring. */
  readonly radius: number;
  /** Whether it stays where it is. */
  readonly fixed: boolean;
  /** Of what is written beside it; 0 where nothing is. */
  readonly width: number;
}

/** Beside the middle of a disc. */
export interface Label extends Point {
  /** Which way it is read away from the disc: −1 left, 1 right. */
  readonly side: number;
  /** Whether it stands so far that a line has to lead to it. */
  readonly led: boolean;
}

/** Between two discs, and how often neighbours are pushed until none overlaps. */
const AIR = 2;
const ROUNDS = 60;
/** Between a disc and its words, and what half a line of them takes. */
const BESIDE = 5;
const HALF_LINE = 8;
/** What is in the way of words, from the worst; each further place costs a little by itself. */
const COST = { outside: 30, label: 12, disc: 10, arrow: 4, place: 0.5 };
/** Places for words, the best first: how far above or below, and how much farther to the side. */
const PLACES = [
  { up: 0, out: 0 },
  { up: 12, out: -4 },
  { up: 20, out: -10 },
  { up: 28, out: 8, led: true },
  { up: 0, out: 26, led: true },
  { up: 44, out: 14, led: true },
];

/** Pushes overlapping discs apart, each as far as the other; the middles of all discs afterwards. */
export function setApart(discs: readonly Disc[]): readonly Point[] {
  const places = discs.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let a = 0; a < discs.length; a++) {
      for (let b = a + 1; b < discs.length; b++) {
        const least = discs[a].radius + discs[b].radius + AIR;
        let [dx, dy] = [places[b].x - places[a].x, places[b].y - places[a].y];
        const distance = Math.hypot(dx, dy);
        if (distance > least - 0.1 || (discs[a].fixed && discs[b].fixed)) continue;
        // States on the very same spot part in the direction their number says.
        if (distance < 0.01) [dx, dy] = [Math.cos(b), Math.sin(b)];
        else [dx, dy] = [dx / distance, dy / distance];
        const share = discs[a].fixed || discs[b].fixed ? 1 : 0.5;
        const push = (least - distance) * share;
        if (!discs[a].fixed) places[a] = { x: places[a].x - dx * push, y: places[a].y - dy * push };
        if (!discs[b].fixed) places[b] = { x: places[b].x + dx * push, y: places[b].y + dy * push };
        moved = true;
      }
    }
    if (!moved) break;
  }
  return places;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** For each disc where its words stand: where the frame of ±`half` has room and nothing, or the least, is in the way. */
export function placeLabels(discs: readonly Disc[], half: number): readonly Label[] {
  const taken: Box[] = [];
  return discs.map((disc, index) => {
    let best: { label: Label; box: Box; cost: number } | null = null;
    for (const [rank, { up, out, led = false }] of PLACES.entries()) {
      for (const [side, sign] of up === 0 ? SIDES : CORNERS) {
        const label = { x: side * (disc.radius + BESIDE + out), y: sign * up, side, led };
        const box = boxOf(disc, label);
        const cost = costOf(box, index, { discs, taken, half }) + rank * COST.place;
        if (!best || cost < best.cost) best = { label, box, cost };
      }
    }
    if (!best) throw new Error('words have no places');
    if (disc.width > 0) taken.push(best.box);
    return best.label;
  });
}

const SIDES = [
  [1, 0],
  [-1, 0],
] as const;
const CORNERS = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

function boxOf(disc: Disc, { x, y, side }: Label): Box {
  const near = disc.x + x;
  const far = near + side * disc.width;
  const middle = disc.y + y;
  return {
    left: Math.min(near, far),
    right: Math.max(near, far),
    top: middle - HALF_LINE,
    bottom: middle + HALF_LINE,
  };
}

function costOf(
  box: Box,
  own: number,
  around: { readonly discs: readonly Disc[]; readonly taken: readonly Box[]; readonly half: number },
): number {
  const { discs, taken, half } = around;
  let cost = box.left < -half || box.right > half ? COST.outside : 0;
  for (const other of taken) {
    const apart =
      box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top;
    if (!apart) cost += COST.label;
  }
  for (const [index, { x, y, radius }] of discs.entries()) {
    const [dx, dy] = [x - clamp(x, box.left, box.right), y - clamp(y, box.top, box.bottom)];
    if (index !== own && Math.hypot(dx, dy) < radius) cost += COST.disc;
    if (index > 0 && crosses(discs[index - 1], discs[index], box)) cost += COST.arrow;
  }
  return cost;
}

/** Whether a line runs through a box (Liang and Barsky). */
function crosses(from: Point, to: Point, { left, right, top, bottom }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ]) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
