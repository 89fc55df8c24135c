import type { LayerValues } from './cells/cell.ts';
import { GATES, type ModelConfig } from './model.ts';
import { rowsOf } from './rows.ts';
import type { FullTrace } from './trace.ts';

/** A trace together with what only the backward pass reads; both share their memory. */
export interface Recording {
  readonly trace: FullTrace;
  readonly layers: readonly LayerValues[];
  /** ∂(loss of t)/∂y_t, meaningful where there is a target: (T·V). */
  readonly logitGradient: Float64Array;
}

/** Memory for forward passes over `timesteps` timesteps. */
export function createRecording(model: ModelConfig, timesteps: number): Recording {
  const { cell, hiddenSize: H, outputSize: V } = model;
  const layers = Array.from({ length: model.layers }, (): LayerValues => {
    const hidden = new Float64Array((timesteps + 2) * H);
    return {
      hidden,
      hiddenRows: rowsOf(hidden, 0, timesteps + 2, H),
      cellState: new Float64Array(cell === 'lstm' ? (timesteps + 2) * H : 0),
      gates:
        cell === 'rnn'
          ? hidden.subarray(H, (timesteps + 1) * H)
          : new Float64Array(timesteps * GATES[cell] * H),
      kept: new Float64Array(cell === 'rnn' ? 0 : timesteps * H),
    };
  });
  return {
    trace: {
      timesteps,
      inputs: new Int32Array(timesteps),
      layers: layers.map(({ hidden, cellState }) => ({
        hidden: hidden.subarray(0, (timesteps + 1) * H),
        cellState: cell === 'lstm' ? cellState.subarray(0, (timesteps + 1) * H) : null,
      })),
      gates: layers.map(({ gates }) => gates),
      logits: new Float64Array(timesteps * V),
      losses: new Float64Array(timesteps),
    },
    layers,
    logitGradient: new Float64Array(timesteps * V),
  };
}
