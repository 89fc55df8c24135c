/** What can be chosen of the states of a network, as a link carries it. */
import type { ModelConfig } from '../../engine/index.ts';
import { FIRST_TURN, STEEPEST, spaceKind, type Turn } from '../../layout/stateSpace.ts';
import { type Codec, choice, flag, position } from '../../state/codec.ts';
import { type SettingsTable, several } from '../../state/panelSettings.ts';
import type { PlaceChoice } from './PlaceControls.tsx';

export interface PlaceSettings extends PlaceChoice {
  /** Of the cube. */
  readonly turn: Turn;
  /** Which principal components point the other way: in training they keep the side they had. */
  readonly mirrored: readonly number[];
}

export function placeSettings({ cell, hiddenSize, layers }: ModelConfig): SettingsTable<PlaceSettings> {
  return {
    codecs: {
      layer: position(layers),
      state: cell === 'lstm' ? choice('h', 'c') : choice('h'),
      trail: flag,
      turn: spaceKind(hiddenSize) === 'cube' ? turn : none(turn),
      mirrored: spaceKind(hiddenSize) === 'components' ? axes : none(axes),
    },
    defaults: { layer: layers - 1, state: 'h', trail: true, turn: FIRST_TURN, mirrored: [] },
  };
}

/** Radians to three digits, finer than can be seen. */
const turn: Codec<Turn> = {
  parse: (written) => {
    const [yaw = Number.NaN, pitch = Number.NaN, ...more] = written
      .split(' ')
      .map((angle) => (/^-?\d(\.\d{1,3})?$/.test(angle) ? Number(angle) : Number.NaN));
    const isTurn = more.length === 0 && Math.abs(yaw) < 3.1425 && Math.abs(pitch) < STEEPEST + 0.0005;
    return isTurn ? { yaw, pitch: Math.max(-STEEPEST, Math.min(STEEPEST, pitch)) } : undefined;
  },
  format: ({ yaw, pitch }) => `${written(Math.atan2(Math.sin(yaw), Math.cos(yaw)))} ${written(pitch)}`,
};

const axes = several(position(2), 2);

/** Where there is nothing to choose. */
function none<Value>(codec: Codec<Value>): Codec<Value> {
  return { ...codec, parse: () => undefined };
}

function written(angle: number): string {
  // Without the sign of a zero.
  return String(Number(angle.toFixed(3)) + 0);
}
