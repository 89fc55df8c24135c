/** A turn to other steps of a table that shows some at a time; in force until another step is selected. */
export interface StepTurn {
  /** From 0, as all steps here. */
  readonly first: number;
  /** The step that was selected then. */
  readonly selected: number;
}

/** The steps that a table shows, of how many. */
export interface TableSteps {
  readonly first: number;
  readonly count: number;
  readonly all: number;
  readonly selected: number;
}

/** At most `most` steps: those turned to, else those around the selected one. */
export function tableSteps(
  selected: number,
  all: number,
  most: number,
  turn: StepTurn | null = null,
): TableSteps {
  const wanted = turn?.selected === selected ? turn.first : selected - most / 2;
  return { first: Math.max(0, Math.min(wanted, all - most)), count: Math.min(most, all), all, selected };
}

/** As many steps earlier or later as the table shows; null where there are none. */
export function turned({ first, count, all, selected }: TableSteps, by: -1 | 1): StepTurn | null {
  const hasMore = by < 0 ? first > 0 : first + count < all;
  return hasMore ? { first: Math.max(0, Math.min(first + by * count, all - count)), selected } : null;
}
