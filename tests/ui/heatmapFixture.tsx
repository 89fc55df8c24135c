/** A network with made-up numbers, and a canvas that records what is written on it. */
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import type { CellKind, ModelConfig } from '../../src/engine/index.ts';
import { listMatrices } from '../../src/layout/matrices.ts';
import { createConfigStore } from '../../src/state/config.ts';
import { createRunStore, type Run } from '../../src/state/run.ts';
import { createViewStore, DEFAULT_VIEW, type View } from '../../src/state/view.ts';
import { poseText } from '../../src/tasks/text.ts';
import { AppContext } from '../../src/ui/context.ts';
import { HiddenStateFigure } from '../../src/ui/HiddenStateFigure.tsx';
import { WeightsFigure } from '../../src/ui/WeightsFigure.tsx';
import { mockActions } from './mockActions.ts';
import { stubSize } from './stubSize.ts';

export interface NetworkOptions {
  readonly cell?: CellKind;
  readonly nonlinearity?: 'tanh' | 'relu';
  readonly layers?: number;
  readonly hiddenSize?: number;
  readonly text?: string;
}

/** A run whose values can be told from each other: every number depends on where it stands. */
export function makeRun(options: NetworkOptions = {}, update = 19): Run {
  const { cell = 'rnn', nonlinearity = 'tanh', layers = 1, hiddenSize: H = 3, text = 'hello' } = options;
  const letters = [...text];
  const vocabulary = [...new Set(letters)];
  const ids = letters.map((letter) => vocabulary.indexOf(letter));
  const timesteps = letters.length - 1;
  const size = vocabulary.length;
  const model: ModelConfig = {
    cell,
    nonlinearity,
    inputSize: size,
    hiddenSize: H,
    layers,
    outputSize: size,
  };
  const last = listMatrices(model)[2 * layers];
  const values = (length: number, phase: number) =>
    Float64Array.from({ length }, (_, index) => Math.sin(index * 1.7 + phase + update));
  return {
    task: poseText(letters),
    exercise: null,
    asked: null,
    examination: null,
    model,
    phase: { kind: 'paused' },
    preparing: false,
    snapshot: {
      runId: 1,
      version: update,
      phase: { kind: 'paused' },
      update,
      loss: 1,
      correct: 0,
      targets: timesteps,
      gradientNorm: 1,
      milestones: [],
      interventions: [],
      ablation: { recurrenceCut: false, frozen: [] },
      example: { inputs: ids.slice(0, -1), targets: ids.slice(1) },
      trace: {
        timesteps,
        inputs: Int32Array.from(ids.slice(0, -1)),
        layers: Array.from({ length: layers }, (_, layer) => ({
          hidden: values((timesteps + 1) * H, layer),
          cellState: cell === 'lstm' ? values((timesteps + 1) * H, layer + 0.5) : null,
        })),
        logits: new Float64Array(timesteps * size),
        losses: new Float64Array(timesteps),
      },
      gates: null,
      parameters: null,
      curve: null,
      resume: null,
      reach: null,
      contributions: null,
      trail: null,
      examination: null,
    },
    parameters: values(last.offset + (last.columns + 1) * size, 0.25),
    curve: { updates: new Float64Array(1), losses: new Float64Array(1), accuracies: new Float64Array(1) },
    until: null,
    met: null,
    ordered: null,
    branches: [],
    twin: null,
    textNotice: null,
    notice: null,
  };
}

export const noActions = mockActions();

/** A canvas that draws nothing; jsdom has none. */
export function stubCanvas(written: string[] = [], drawn: () => void = () => undefined): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    const context: Partial<CanvasRenderingContext2D> = {
      canvas: this,
      createImageData: (columns: number | ImageData, rows?: number) => {
        const [w, h] = [Number(columns), Number(rows)];
        return {
          width: w,
          height: h,
          colorSpace: 'srgb',
          data: new Uint8ClampedArray(w * h * 4),
        } as ImageData;
      },
      clearRect: () => undefined,
      putImageData: drawn,
      fillText: (text: string) => void written.push(text),
      measureText: () => ({ width: 0 }) as TextMetrics,
    };
    return context as CanvasRenderingContext2D;
  } as unknown as HTMLCanvasElement['getContext']);
}

/** Renders both heatmap figures; `written` are the digits drawn, `drawings` counts the pictures put on canvases. */
export function renderHeatmaps(
  options: NetworkOptions & { readonly view?: Partial<View> } = {},
  width = 860,
) {
  stubSize(width, 600);
  const written: string[] = [];
  const drawn = vi.fn();
  stubCanvas(written, drawn);
  const run = createRunStore(makeRun(options));
  const view = createViewStore({ ...DEFAULT_VIEW, ...options.view });
  const selectTimestep = vi.fn((timestep: number) => view.setState({ timestep }));
  const actions = { ...noActions, selectTimestep };
  render(
    <AppContext value={{ config: createConfigStore(), run, view, actions }}>
      <HiddenStateFigure />
      <WeightsFigure />
    </AppContext>,
  );
  return { run, view, selectTimestep, written, drawn };
}
