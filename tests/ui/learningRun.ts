import type { ModelConfig } from '../../src/engine/index.ts';
import { createConfigStore } from '../../src/state/config.ts';
import { createRunStore, type Run } from '../../src/state/run.ts';
import { createViewStore, DEFAULT_VIEW, type View } from '../../src/state/view.ts';
import { poseText } from '../../src/tasks/text.ts';
import type { AppContextValue } from '../../src/ui/context.ts';
import type { Snapshot } from '../../src/worker/protocol.ts';
import { mockActions } from './mockActions.ts';

const TASK = poseText(['h', 'e', 'l', 'l', 'o']);

const MODEL: ModelConfig = {
  cell: 'rnn',
  nonlinearity: 'tanh',
  inputSize: 4,
  hiddenSize: 3,
  layers: 1,
  outputSize: 4,
};

/** A run on "hello" at update 57 with 3 of 4 letters right; `snapshot` and `run` say what is different. */
export function learningRun(
  snapshot: Partial<Snapshot> = {},
  run: Partial<Run> = {},
  view: Partial<View> = {},
) {
  const newest: Snapshot = {
    runId: 1,
    version: 1,
    phase: { kind: 'paused' },
    update: 57,
    loss: 0.5914,
    correct: 3,
    targets: 4,
    gradientNorm: 0.8421,
    milestones: [
      { update: 0, correct: 1 },
      { update: 20, correct: 2 },
      { update: 52, correct: 3 },
    ],
    interventions: [],
    ablation: { recurrenceCut: false, frozen: [] },
    example: { inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] },
    trace: {
      timesteps: 4,
      inputs: Int32Array.of(0, 1, 2, 2),
      layers: [{ hidden: new Float64Array(15), cellState: null }],
      logits: new Float64Array(16),
      losses: new Float64Array(4),
    },
    gates: null,
    parameters: null,
    curve: null,
    resume: null,
    reach: null,
    contributions: null,
    trail: null,
    examination: null,
    ...snapshot,
  };
  const actions = mockActions();
  const app: AppContextValue & { readonly actions: typeof actions } = {
    config: createConfigStore(),
    run: createRunStore({
      task: TASK,
      exercise: null,
      asked: null,
      examination: null,
      model: MODEL,
      phase: newest.phase,
      snapshot: newest,
      parameters: new Float64Array(0),
      curve: {
        updates: Float64Array.of(0, 20, 40, 57),
        losses: Float64Array.of(1.432, 1.1, 0.8125, 0.5914),
        accuracies: Float64Array.of(0.25, 0.5, 0.5, 0.75),
      },
      preparing: false,
      until: null,
      met: null,
      ordered: null,
      branches: [],
      twin: null,
      textNotice: null,
      notice: null,
      ...run,
    }),
    view: createViewStore({ ...DEFAULT_VIEW, ...view }),
    actions,
  };
  return app;
}
