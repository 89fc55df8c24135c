/** Measures on the page what depth changes: trains a task's network once with each number of layers, and examines it. */
import { exerciseOf } from '../app/exercises.ts';
import { askedSubject, textSubject } from '../app/opening.ts';
import type { Config, TaskKind } from '../state/config.ts';
import { type DepthMeasure, type DepthTrial, type SharedChoice, shapeConfig } from '../state/shapes.ts';
import { NOTHING_MORE } from '../state/sight.ts';
import { runConfigOf, type Subject } from '../state/start.ts';
import { runKey } from '../state/url.ts';
import { readText } from '../tasks/text.ts';
import type { Hub } from '../worker/hub.ts';
import type { Resume, Snapshot } from '../worker/protocol.ts';

export const DEPTHS = [1, 2, 3] as const;

export interface DepthsOptions {
  readonly task: TaskKind;
  readonly hub: Pick<Hub, 'connect'>;
  /** Of the run called that, where it was trained beforehand. */
  readonly resumeOf: (key: string) => Resume | null;
  readonly onTrial: (trial: DepthTrial | null) => void;
  readonly onMeasured: (measure: DepthMeasure) => void;
}

export interface Depths {
  /** Trains `layers`, one after the other, up to `target`; where a text is learned, this one. */
  measure(choice: SharedChoice, layers: readonly number[], target: number, text: string | null): void;
  stop(): void;
}

export function createDepths({ task, hub, resumeOf, onTrial, onMeasured }: DepthsOptions): Depths {
  let runId: number | null = null;
  let trial: DepthTrial | null = null;
  let text: string | null = null;
  let goOn: () => void = () => undefined;

  const client = hub.connect({
    onSnapshot: receive,
    onRefused: () => undefined,
    // Its run goes on by itself in another worker.
    onRestart: () => undefined,
    onFailure: stop,
  });

  function receive({ runId: of, phase, update, examination }: Snapshot): void {
    if (of !== runId || trial === null) return;
    const { layers, target } = trial;
    if (update !== trial.update) tell({ layers, update, target });
    // Of a network whose numbers grew too large there is nothing to count.
    const isOver = phase.kind === 'diverged';
    if (!isOver && (update !== target || examination?.update !== target)) return;
    if (!isOver && examination) onMeasured({ layers, text, examination });
    endRun();
    goOn();
  }

  function begin(choice: SharedChoice, [layers, ...others]: readonly number[], target: number): void {
    const config = configOf(choice, layers);
    const subject = subjectOf(config);
    if (layers === undefined || subject === null) {
      stop();
      return;
    }
    runId = client.newRunId();
    goOn = () => begin(choice, others, target);
    tell({ layers, update: 0, target });
    const resume = resumeOf(runKey(config));
    client.send({ type: 'create', runId, config: runConfigOf(config, subject), resume, update: target });
    client.want(runId, { ...NOTHING_MORE, parameters: false, curve: false, examination: true });
  }

  function configOf(choice: SharedChoice, layers: number): Config {
    const config = shapeConfig(task, { ...choice, layers });
    return text === null ? config : { ...config, text };
  }

  function subjectOf(config: Config): Subject | null {
    const exercise = exerciseOf(config);
    if (exercise === 'missing') return null;
    if (exercise !== null) return askedSubject(exercise, '');
    const reading = readText(config.text, config.letterUnit);
    return reading.kind === 'tooShort' ? null : textSubject(reading.task);
  }

  function tell(next: DepthTrial | null): void {
    trial = next;
    onTrial(next);
  }

  function endRun(): void {
    if (runId !== null) client.send({ type: 'dispose', runId });
    runId = null;
  }

  function stop(): void {
    endRun();
    tell(null);
  }

  return {
    measure(choice, layers, target, learned) {
      stop();
      text = learned;
      begin(choice, layers, target);
    },
    stop,
  };
}
