/** How well a network does on a set of examples. */
export interface Score {
  readonly examples: number;
  /** Of those, how many have every target right. */
  readonly examplesRight: number;
  readonly targets: number;
  /** Of those, how many have the largest logit. */
  readonly targetsRight: number;
}
