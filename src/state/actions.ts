/** What a person can do to the run. Implemented in app/; called by ui. */
import type { Change, Condition, Sight } from '../worker/protocol.ts';
import type { Config } from './config.ts';
import type { Notice } from './run.ts';
import type { Language, Panel } from './view.ts';

/** The choices that start a new run when they change. */
export type ModelChoice = Partial<
  Pick<
    Config,
    | 'task'
    | 'tongue'
    | 'upTo'
    | 'feedback'
    | 'letterUnit'
    | 'cell'
    | 'nonlinearity'
    | 'hiddenSize'
    | 'layers'
    | 'gateBias'
    | 'optimizer'
    | 'clipNorm'
    | 'seed'
  >
>;

export interface Actions {
  /** A text that was typed to the end (never in the middle of a composition). A new network starts on it. */
  setText(text: string): void;
  /**
   * Values must be within LIMITS; a new network starts. Another task keeps the network and its seed, and is
   * trained as it recommends.
   */
  choose(choice: ModelChoice): void;
  /**
   * Goes to the lecture's slide: hello on the way to 100 %, see `SLIDE_UPDATE`. How things are looked at stays. Null
   * where more than the slide's one network would go there.
   */
  readonly openSlide: (() => void) | null;
  /** Asks the network of an exercise something else, as a link writes it; one that cannot be read is not asked. */
  ask(question: string): void;
  /** Takes effect at the present update of the same run. */
  setLearningRate(learningRate: number): void;
  train(): void;
  pause(): void;
  /** Exactly `count` more updates, then paused. */
  advance(count: number): void;
  /** Trains until the condition is met, then pauses. */
  trainUntil(condition: Condition): void;
  /** Goes to an update, back or forward; training stops there. Beyond the limit a sentence says so. */
  seek(update: number): void;
  /** A change in the same run at its present update. What was trained beyond it is kept as a branch. */
  intervene(change: Change): void;
  /** Takes the intervention at this index of the list out of the run's history; the old one becomes a branch. */
  removeIntervention(index: number): void;
  /** Makes a branch the present again, at the update where it was left; the present becomes a branch. */
  returnTo(branchId: number): void;
  forgetBranch(branchId: number): void;
  /** Runs the same network without its cuts of the recurrence beside this one, or stops it. */
  setTwin(on: boolean): void;
  /** What an open panel wants of the worker beside the trace, parameters and curve; null when it closes. */
  want(panel: Panel, sight: Partial<Pick<Sight, 'gates' | 'reach' | 'contributions' | 'trail'>> | null): void;
  setPanel(panel: Panel, open: boolean): void;
  /** 0 unrolled, 1 folded. */
  setFold(fold: number): void;
  setGuessing(on: boolean): void;
  /** The same start again. */
  reset(): void;
  /** Index into PACES; takes effect at once while training. */
  setPace(pace: number): void;
  /** Clamped to the text. */
  selectTimestep(timestep: number): void;
  /** Of the whole page; from now on its link says which. */
  setLanguage(language: Language): void;
  /** Puts the link on the clipboard; false where the browser does not allow it. */
  copyLink(): Promise<boolean>;
  /** The address that opens this same picture. */
  link(): string;
  /** Owes the person another sentence about the page than the one before. */
  notify(next: (before: Notice | null) => Notice | null): void;
  dismissNotice(): void;
}
