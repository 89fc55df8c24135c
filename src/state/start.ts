/** From what the person chose to what the worker is asked to run. */
import type { ModelConfig } from '../engine/index.ts';
import { modelSizes } from '../tasks/exercise.ts';
import type { Asked, LabExercise } from '../tasks/questions.ts';
import type { Task } from '../tasks/task.ts';
import type { RunConfig } from '../worker/protocol.ts';
import type { Config } from './config.ts';

/** What a run learns, and what of it is in sight. */
export interface Subject {
  /** In sight. */
  readonly task: Task;
  /** Null where a text is learned. */
  readonly exercise: LabExercise | null;
  /** What the network of the exercise is asked: `task` is of it. Null with a text. */
  readonly asked: Asked | null;
}

/** The network that learns `task`: one input and one output per name, and one input per pixel. */
export function modelOf(config: Config, task: Task): ModelConfig {
  return {
    cell: config.cell,
    nonlinearity: config.nonlinearity,
    hiddenSize: config.hiddenSize,
    layers: config.layers,
    ...(config.gateBias > 0 && config.cell !== 'rnn' && { openGates: config.gateBias }),
    ...modelSizes(task),
  };
}

/** The run of a configuration: a text is learned as a whole, an exercise in batches; full BPTT. */
export function runConfigOf(
  config: Config,
  { task, exercise }: Pick<Subject, 'task' | 'exercise'>,
): RunConfig {
  const { optimizer, learningRate, clipNorm, seed, interventions } = config;
  return {
    model: modelOf(config, task),
    training: {
      optimizer,
      learningRate,
      clipNorm,
      truncation: null,
      batchSize: exercise?.recommended.training.batchSize ?? null,
    },
    seed,
    examples: exercise?.examples() ?? [task.example],
    ...exercise?.examined(),
    interventions,
  };
}
