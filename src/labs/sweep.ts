/** Measures in the worker how long each cell takes to remember over a lag: one network after the other. */
import { KEEPING_GATE } from '../engine/index.ts';
import { NOTHING_MORE } from '../state/sight.ts';
import {
  createSweepStore,
  isSameTrial,
  type KeptSweep,
  OPEN_BIAS,
  recallOptions,
  type SweepActions,
  type SweepChoice,
  type SweepStore,
  type Trial,
  trialsOf,
} from '../state/sweep.ts';
import { type Exercise, modelSizes } from '../tasks/exercise.ts';
import { recallExercise, type Symbols } from '../tasks/recall.ts';
import type { Hub } from '../worker/hub.ts';
import type { RunConfig, Snapshot } from '../worker/protocol.ts';
import type { Clock } from './lockstep.ts';

/** What has been measured while the page is open: the same trial always has the same result. */
export interface SweepMemory {
  kept: KeptSweep | undefined;
}

export interface SweepOptions {
  readonly hub: Pick<Hub, 'connect'>;
  readonly clock: Clock;
  /** What is chosen at first. */
  readonly choice: SweepChoice;
  /** What an earlier screen left; `dispose` leaves what is known then. */
  readonly memory: SweepMemory;
  /** A person chose something else; `field` says what. */
  readonly onChoice: (field: string) => void;
}

export interface SweepRunner {
  readonly store: SweepStore;
  readonly actions: SweepActions;
  /** The choice of a link. */
  follow(choice: SweepChoice): void;
  dispose(): void;
}

/** Updates from one examination to the next. */
export const EXAMINED_EVERY = 25;
/** The share of sequences never trained on that have to be right. */
export const REMEMBERED = 0.99;
/** Milliseconds that a choice has to stand before it is measured, so that a lag can be dragged. */
const SETTLED = 300;

export function createSweep({ hub, clock, onChoice, memory, ...options }: SweepOptions): SweepRunner {
  const store = createSweepStore(options.choice, memory.kept);
  let runId: number | null = null;
  let timer: number | null = null;
  /** The run stands there when the orders so far have had their effect. */
  let heading = 0;
  let exercise: { readonly key: string; readonly made: Exercise<Symbols> } | null = null;

  const client = hub.connect({
    onSnapshot: receive,
    onRefused: () => undefined,
    // Its run goes on by itself in another worker.
    onRestart: () => undefined,
    onFailure: () => {
      stop();
      store.setState({ hasFailed: true });
    },
  });

  function next(): void {
    const { choice, results } = store.getState();
    const trial = trialsOf(choice).find((each) => !results.some((result) => isSameTrial(result, each)));
    if (trial === undefined) {
      store.setState({ isMeasuring: false, now: null });
      return;
    }
    runId = client.newRunId();
    store.setState({ now: { trial, update: 0 } });
    client.send({ type: 'create', runId, config: runOf(trial, exerciseOf(trial)), resume: null, update: 0 });
    client.want(runId, { ...NOTHING_MORE, parameters: false, curve: false, examination: true });
    heading = 0;
    goOn(trial);
  }

  function goOn({ budget }: Trial): void {
    if (runId === null) return;
    const count = Math.min(EXAMINED_EVERY, budget - heading);
    heading += count;
    client.send({ type: 'advance', runId, count });
  }

  function receive({ runId: of, phase, update, examination }: Snapshot): void {
    const { now } = store.getState();
    if (of !== runId || now === null) return;
    const { trial } = now;
    if (phase.kind === 'diverged') {
      finish(trial, null);
      return;
    }
    if (update !== now.update) store.setState({ now: { trial, update } });
    if (update !== heading || examination?.update !== update) return;
    const { examplesRight, examples } = examination.heldOut;
    if (examplesRight >= REMEMBERED * examples) finish(trial, update);
    else if (update >= trial.budget) finish(trial, null);
    else goOn(trial);
  }

  function finish(trial: Trial, update: number | null): void {
    endRun();
    store.setState({ results: [...store.getState().results, { ...trial, update }] });
    next();
  }

  function endRun(): void {
    if (runId !== null) client.send({ type: 'dispose', runId });
    runId = null;
  }

  function stop(): void {
    endRun();
    stopWaiting();
    store.setState({ isMeasuring: false, now: null });
  }

  function stopWaiting(): void {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
  }

  /** A network under way that belongs to the new choice too goes on; another one is given up. */
  function follow(choice: SweepChoice): void {
    store.setState({ choice });
    const { isMeasuring, now } = store.getState();
    if (!isMeasuring) return;
    store.setState({ measured: choice });
    if (now && trialsOf(choice).some((trial) => isSameTrial(trial, now.trial))) return;
    endRun();
    store.setState({ now: null });
    measureSoon();
  }

  function measureSoon(): void {
    stopWaiting();
    timer = clock.setTimeout(() => {
      timer = null;
      next();
    }, SETTLED);
  }

  function exerciseOf({ kind, lag }: Trial): Exercise<Symbols> {
    const key = `${kind} ${lag}`;
    if (exercise?.key !== key) exercise = { key, made: recallExercise(recallOptions(kind, lag)) };
    return exercise.made;
  }

  // The labs of the screen have their first pictures before.
  if (store.getState().isMeasuring) measureSoon();

  return {
    store,
    actions: {
      choose(choice) {
        follow({ ...store.getState().choice, ...choice });
        onChoice(Object.keys(choice).join());
      },
      measure() {
        if (store.getState().isMeasuring) return;
        store.setState({ isMeasuring: true, measured: store.getState().choice, hasFailed: false });
        next();
      },
      stop,
    },
    follow,
    dispose() {
      memory.kept = store.getState();
      stop();
    },
  };
}

/** As the exercise recommends it, but for the cell; only sequences that were held out are asked. */
function runOf({ cell, start, seed }: Trial, exercise: Exercise<Symbols>): RunConfig {
  const { hiddenSize, training } = exercise.recommended;
  const isOpen = start === 'open' && KEEPING_GATE[cell] !== null;
  return {
    model: {
      cell,
      nonlinearity: 'tanh',
      hiddenSize,
      layers: 1,
      ...modelSizes(exercise),
      ...(isOpen && { openGates: OPEN_BIAS[cell] }),
    },
    training,
    seed,
    examples: exercise.examples(),
    asked: [],
    heldOut: exercise.heldOut.map(exercise.pose),
    interventions: [],
  };
}
