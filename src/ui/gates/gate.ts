/** One gate of one layer in the trace: where its values stand, and whether it is held. */
import type { ModelConfig } from '../../engine/index.ts';
import type { Grid } from '../../layout/heatmap.ts';
import { GATE_LETTERS } from '../../layout/matrices.ts';
import type { StepWindow } from '../../layout/reach.ts';

export interface Gate {
  readonly layer: number;
  /** Its index in PyTorch's order. */
  readonly gate: number;
  readonly letter: string;
  /** Proposes a state, between −1 and 1, instead of letting one through: not to be held. */
  readonly isCandidate: boolean;
}

const CANDIDATES = ['g', 'n'];

/** All gates of a network, the highest layer first, as it is drawn. */
export function gatesOf({ cell, layers }: Pick<ModelConfig, 'cell' | 'layers'>): readonly Gate[] {
  return Array.from({ length: layers }, (_, index) => layers - 1 - index).flatMap((layer) =>
    GATE_LETTERS[cell].map((letter, gate) => ({
      layer,
      gate,
      letter,
      isCandidate: CANDIDATES.includes(letter),
    })),
  );
}

/** The letters of the candidates that networks have, each once. */
export function candidatesOf(models: readonly Pick<ModelConfig, 'cell'>[]): readonly string[] {
  const letters = models.flatMap(({ cell }) => GATE_LETTERS[cell]);
  return CANDIDATES.filter((letter) => letters.includes(letter));
}

/** Units × timesteps of a gate within the gates of its layer, (T·G·H). */
export function gateGrid({ cell, hiddenSize: H }: ModelConfig, gate: number, { from, to }: StepWindow): Grid {
  const columnStride = GATE_LETTERS[cell].length * H;
  return {
    rows: H,
    columns: to - from,
    offset: from * columnStride + gate * H,
    rowStride: 1,
    columnStride,
  };
}
