/** How well a network does on a set of examples: forward passes, and what is right in them. */
import { type Ablation, NO_ABLATION } from './ablation.ts';
import type { Example } from './example.ts';
import type { ModelConfig } from './model.ts';
import { ablate, createNetwork, forward, readParameters } from './network.ts';
import { createRecording, type Recording } from './recording.ts';
import { prepareSequence } from './sequence.ts';

/** What of a set of examples is right; those without a target are not counted. */
export interface Score {
  readonly examples: number;
  /** Of those, how many have every target right. */
  readonly examplesRight: number;
  readonly targets: number;
  /** Of those, how many have the largest logit, the first of equal ones. */
  readonly targetsRight: number;
}

/** Takes one example after another, so that whoever has other things to do can pause in between. */
export interface Examiner {
  /** Begins anew. @throws {RangeError} when the ablation does not fit the model. */
  begin(ablation: Ablation): void;
  /** Examines the next example; false when there was none left. */
  next(): boolean;
  /** Of the examples so far. */
  score(): Score;
}

/**
 * Prepares the examples for any number of examinations of the network whose parameters are in the buffer at the time.
 *
 * @throws {RangeError} when an example or the buffer does not fit the model.
 */
export function createExaminer(
  model: ModelConfig,
  parameters: Float64Array,
  examples: readonly Example[],
): Examiner {
  const network = createNetwork(model, parameters);
  const sequences = examples
    .map((example) => prepareSequence(example, model))
    .filter(({ targetCount }) => targetCount > 0);
  /** By length. */
  const recordings = new Map<number, Recording>();
  let at = 0;
  let examplesRight = 0;
  let targets = 0;
  let targetsRight = 0;

  function recordingFor(timesteps: number): Recording {
    const recording = recordings.get(timesteps) ?? createRecording(model, timesteps);
    recordings.set(timesteps, recording);
    return recording;
  }

  return {
    begin(ablation) {
      ablate(network, ablation);
      readParameters(network);
      at = 0;
      examplesRight = 0;
      targets = 0;
      targetsRight = 0;
    },
    next() {
      if (at === sequences.length) return false;
      const sequence = sequences[at++];
      const right = forward(network, sequence, recordingFor(sequence.timesteps), null);
      if (right === sequence.targetCount) examplesRight++;
      targets += sequence.targetCount;
      targetsRight += right;
      return true;
    },
    score: () => ({ examples: at, examplesRight, targets, targetsRight }),
  };
}

/**
 * How well a network with these parameters (laid out by `parameterLayout`) does on all of the examples.
 *
 * @throws {RangeError} when an example, the parameters or the ablation do not fit the model.
 */
export function examineExamples(
  model: ModelConfig,
  parameters: Float64Array,
  examples: readonly Example[],
  ablation: Ablation = NO_ABLATION,
): Score {
  const examiner = createExaminer(model, parameters, examples);
  examiner.begin(ablation);
  while (examiner.next());
  return examiner.score();
}
