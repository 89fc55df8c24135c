/** How the person looks at the run: nothing here changes a number. Written by gestures. */
import { createStore } from 'zustand/vanilla';
import { NO_TALLY, type Round, type Tally } from './guessing.ts';

export type Language = 'en' | 'ko';
export type Theme = 'system' | 'light' | 'dark';

/** Updates per second to choose from; null is as fast as the machine goes. */
export const PACES = [1, 2, 5, 10, 20, 60, 200, 1000, null] as const;

/** What can be opened below the network, in this order. */
export const PANELS = ['weights', 'inside', 'reach', 'place', 'gates'] as const;
export type Panel = (typeof PANELS)[number];

/** Parts of the page that a link can leave out, for a lesson or a frame in another page. */
export const PARTS = ['header', 'controls', 'learning', 'state', 'weights', 'panels'] as const;
export type Part = (typeof PARTS)[number];

/** A weight matrix of the network, named as in the equations, with its layer from 0. */
export interface MatrixRef {
  readonly kind: 'W_xh' | 'W_hh' | 'W_hy';
  readonly layer: number;
  /** Whose it is where an encoder and a decoder have weights of their own. */
  readonly part?: 'encoder' | 'decoder' | undefined;
}

/** A part of the picture at the selected timestep, or (lag 1) at the one before; its layer from 0. */
export interface BlockRef {
  readonly role: 'input' | 'hidden' | 'cellState' | 'logits' | 'probability' | 'prediction' | 'target';
  readonly layer: number;
  readonly lag: 0 | 1;
}

/** Panels in which more can be chosen. */
export const PANELS_WITH_SETTINGS = ['inside', 'reach', 'place'] as const satisfies readonly Panel[];
export type PanelWithSettings = (typeof PANELS_WITH_SETTINGS)[number];

/** What is chosen within panels, as a link writes it; only the panel itself can read its own, see panelSettings.ts. */
export type Settings = Readonly<Partial<Record<PanelWithSettings, string>>>;

export interface View {
  /** The selected timestep, from 0. */
  readonly timestep: number;
  /** What the network of an exercise is asked, as a link writes it; '' for its first question. */
  readonly question: string;
  /** Grows with every selection, so that selecting the same step again brings it into sight. */
  readonly selections: number;
  /** The matrix under the pointer or focus; all its copies light up. */
  readonly matrix: MatrixRef | null;
  /** What is being computed or pointed at inside the selected step; it lights up in the network and in the equations. */
  readonly block: BlockRef | null;
  /** Where the playhead is held or was sent, until the run is there or on its way. */
  readonly playhead: number | null;
  /** The earlier future under the pointer or focus; its curve lights up. */
  readonly branch: number | null;
  /** Index into PACES. */
  readonly pace: number;
  readonly language: Language;
  readonly theme: Theme;
  /** Open panels, in the order of PANELS. */
  readonly panels: readonly Panel[];
  readonly settings: Settings;
  readonly hidden: readonly Part[];
  /** 0 for the unrolled network, 1 for one cell with its loop. */
  readonly fold: number;
  /** Predictions stay covered until the person has made theirs. */
  readonly guessing: boolean;
  /** Whether the same run without its cuts of the recurrence goes beside it; only of a text. */
  readonly twin: boolean;
  /** The guesses under way or last revealed. */
  readonly round: Round | null;
  readonly tally: Tally;
}

export const DEFAULT_VIEW: View = {
  timestep: 0,
  question: '',
  selections: 0,
  matrix: null,
  block: null,
  playhead: null,
  branch: null,
  pace: 2,
  language: 'en',
  theme: 'system',
  panels: ['weights'],
  settings: {},
  hidden: [],
  fold: 0,
  guessing: false,
  twin: false,
  round: null,
  tally: NO_TALLY,
};

export type ViewStore = ReturnType<typeof createViewStore>;

export function createViewStore(initial: View = DEFAULT_VIEW) {
  return createStore<View>(() => initial);
}
