/** What pictures are made of: who, four columns wide, at the left; what, four columns wide, at the right. */

export interface Glyph {
  readonly name: string;
  /** Eight rows of four pixels. */
  readonly rows: readonly string[];
}

/** One line a row of pixels, one column a glyph. */
function draw(names: string, drawing: string): readonly Glyph[] {
  const lines = drawing.trim().split('\n');
  return names.split(' ').map((name, index) => ({
    name,
    rows: lines.map((line) => line.trim().split(/\s+/)[index]),
  }));
}

export const SUBJECTS = draw(
  'boy girl man woman cat dog bird robot',
  `
  ....  ....  ####  .##.  ....  ....  ....  #..#
  .##.  .##.  .##.  ####  ....  ....  ....  ####
  .##.  ####  .##.  ####  #..#  #...  ..#.  #..#
  ####  .##.  ####  .##.  ####  #.##  ..##  ####
  .##.  .##.  ####  .##.  ####  ####  ####  .##.
  .##.  ####  ####  ####  .##.  ###.  ###.  ####
  .##.  ####  #..#  ####  ####  #.#.  .#..  ####
  #..#  .##.  #..#  #..#  #..#  #.#.  .##.  #..#
  `,
);

export const OBJECTS = draw(
  'apple book ball flower kite umbrella cup fish',
  `
  ....  ....  ....  ....  .#..  .##.  ....  ....
  ....  ....  .##.  .#..  ###.  ####  #.#.  ....
  ..#.  ####  ####  ###.  .#..  ####  .#.#  ....
  .##.  #..#  ####  .#..  ..#.  .#..  ....  ....
  ####  #..#  .##.  .##.  ..#.  .#..  ###.  ....
  ####  #..#  ....  ##..  ...#  .#.#  #.##  #.#.
  ####  ####  ....  .#..  ...#  .##.  #.##  ####
  .##.  ....  ....  .#..  ....  ....  ###.  #.#.
  `,
);
