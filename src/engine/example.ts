/** The network's own output fed back: the argmax of the logits one timestep earlier, plus `offset`. */
export interface OwnOutput {
  readonly offset: number;
}

/** x_t: an index (one-hot), a dense vector of `inputSize` numbers, nothing (all zero), or the own output. */
export type StepInput = number | Float64Array | null | OwnOutput;

/**
 * One training sequence. Which steps have an input and which have a target makes the five shapes:
 * one-to-one, one-to-many, many-to-one and both many-to-many differ in nothing else.
 */
export interface Example {
  /** T inputs. */
  readonly inputs: readonly StepInput[];
  /** T targets: the index of the right output, or null where no loss is taken. */
  readonly targets: readonly (number | null)[];
  /**
   * The first timestep (from 0, up to T for none) that uses the decoder's weights and reads the decoder's inputs: there
   * with a model that has a decoder, absent with all others.
   */
  readonly decoderFrom?: number;
}
