/** From what the person chose to what the worker is asked to run. */
import type { ModelConfig } from '../engine/index.ts';
import type { TextTask } from '../tasks/text.ts';
import type { RunConfig } from '../worker/protocol.ts';
import type { Config } from './config.ts';

/** The network that learns `task`: one input and one output per letter of its vocabulary. */
export function modelOf(config: Config, task: TextTask): ModelConfig {
  return {
    cell: config.cell,
    nonlinearity: config.nonlinearity,
    inputSize: task.vocabulary.length,
    hiddenSize: config.hiddenSize,
    layers: config.layers,
    outputSize: task.vocabulary.length,
  };
}

/** The run of a configuration on a task: the whole text in every update, full BPTT. */
export function runConfigOf(config: Config, task: TextTask): RunConfig {
  return {
    model: modelOf(config, task),
    training: {
      optimizer: config.optimizer,
      learningRate: config.learningRate,
      clipNorm: config.clipNorm,
      truncation: null,
      batchSize: null,
    },
    seed: config.seed,
    examples: [task.example],
    interventions: config.interventions,
  };
}
