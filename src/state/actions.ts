/** What a person can do to the run. Implemented by app.ts; called by ui. */
import type { Config } from './config.ts';

/** The choices that start a new run when they change. */
export type ModelChoice = Partial<
  Pick<
    Config,
    'letterUnit' | 'cell' | 'nonlinearity' | 'hiddenSize' | 'layers' | 'optimizer' | 'clipNorm' | 'seed'
  >
>;

export interface Actions {
  /** A text that was typed to the end (never in the middle of a composition). A new network starts on it. */
  setText(text: string): void;
  /** Values must be within LIMITS; a new network starts. */
  choose(choice: ModelChoice): void;
  /** Takes effect at the present update of the same run. */
  setLearningRate(learningRate: number): void;
  train(): void;
  pause(): void;
  /** Exactly `count` more updates, then paused. */
  advance(count: number): void;
  /** Trains until every letter is predicted right, then pauses. */
  trainUntilRight(): void;
  /** The same start again. */
  reset(): void;
  /** Index into PACES; takes effect at once while training. */
  setPace(pace: number): void;
  /** Clamped to the text. */
  selectTimestep(timestep: number): void;
  /** Puts the link on the clipboard; false where the browser does not allow it. */
  copyLink(): Promise<boolean>;
  /** The address that opens this same picture. */
  link(): string;
  dismissNotice(): void;
}
