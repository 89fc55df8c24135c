import { type Ablation, NO_ABLATION } from './ablation.ts';
import type { Example } from './example.ts';
import type { ModelConfig } from './model.ts';
import { ablate, createNetwork, forward } from './network.ts';
import { createRecording } from './recording.ts';
import { prepareSequence } from './sequence.ts';
import type { FullTrace } from './trace.ts';

/**
 * What a network with these parameters (laid out by `parameterLayout`) computes on an example.
 *
 * @throws {RangeError} when example, parameters or ablation do not fit the model.
 */
export function forwardPass(
  model: ModelConfig,
  parameters: Float64Array,
  example: Example,
  ablation: Ablation = NO_ABLATION,
): FullTrace {
  const sequence = prepareSequence(example, model);
  const network = createNetwork(model, parameters);
  ablate(network, ablation);
  const recording = createRecording(model, sequence.timesteps);
  forward(network, sequence, recording, null);
  return recording.trace;
}
