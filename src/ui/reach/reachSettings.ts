/** What can be chosen of the losses of a text or question and of the matrices of a network, as a link carries it. */
import type { ModelConfig } from '../../engine/index.ts';
import type { SumOf } from '../../layout/contributions.ts';
import { listParameters } from '../../layout/reach.ts';
import { choice, position } from '../../state/codec.ts';
import { placeAmong, type SettingsTable } from '../../state/panelSettings.ts';
import type { ReachChoice } from './ReachControls.tsx';

export interface ReachSettings extends ReachChoice {
  /** The matrix or bias whose change is shown, as its place in `listParameters`. */
  readonly matrix: number;
  readonly sum: SumOf;
}

/** W_hh of the first layer. */
const FIRST_MATRIX = 1;

export function reachSettings(model: ModelConfig, timesteps: number): SettingsTable<ReachSettings> {
  const { cell, layers } = model;
  const matrices = listParameters(model).map(({ map: { kind, layer, part } }) =>
    [part, kind, layer > 0 ? layer + 1 : null].filter((each) => each != null).join('.'),
  );
  return {
    codecs: {
      layer: position(layers),
      state: cell === 'lstm' ? choice('h', 'c') : choice('h'),
      scale: choice('linear', 'log'),
      loss: position(timesteps),
      matrix: placeAmong(matrices),
      sum: choice('change', 'gradient'),
    },
    defaults: {
      layer: layers - 1,
      state: 'h',
      scale: 'linear',
      loss: null,
      matrix: FIRST_MATRIX,
      sum: 'change',
    },
  };
}
