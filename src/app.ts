/** Wires stores, worker and address together; knows nothing of React. */
import { countParameters } from './engine/index.ts';
import { firstRun, noticeOf, unreadNotice, usableStart } from './opening.ts';
import { createRunDriver, type RunDriverOptions } from './runDriver.ts';
import type { Actions } from './state/actions.ts';
import type { Address } from './state/address.ts';
import { type Config, type ConfigStore, createConfigStore, currentLearningRate } from './state/config.ts';
import { createRunStore, type RunStore } from './state/run.ts';
import { modelOf } from './state/start.ts';
import { formatLink, type Link, type LinkReading, runKey } from './state/url.ts';
import {
  createViewStore,
  DEFAULT_VIEW,
  type Language,
  PACES,
  type Theme,
  type ViewStore,
} from './state/view.ts';
import { readText, type TextTask } from './tasks/text.ts';
import type { Resume, Snapshot } from './worker/protocol.ts';

/** What the app needs of the browser, so that it can be tested without one. */
export interface Environment extends Pick<RunDriverOptions, 'client'> {
  /** Follows the browser's address; `onChange` is for links that come from outside. */
  readonly openAddress: (onChange: (reading: LinkReading) => void) => Address;
  /** The address of the page without its hash. */
  readonly pageAddress: string;
  readonly resumes: {
    load(key: string, parameters: number): Promise<Resume | null>;
    save(key: string, resume: Resume): Promise<void>;
  };
  /** The language for a link that names none, and whether the person chose it before. */
  readonly language: Language;
  readonly theme: Theme;
  readonly writeClipboard: (text: string) => Promise<void>;
}

export interface App {
  readonly config: ConfigStore;
  readonly run: RunStore;
  readonly view: ViewStore;
  readonly actions: Actions;
  /** Ends the worker and lets go of the browser. */
  dispose(): void;
}

/** The part of a run that is on the screen. */
type Place = Pick<Link, 'update' | 'timestep'>;

export function createApp(environment: Environment): App {
  const address = environment.openAddress(follow);
  const opened = address.read();
  const { config: firstConfig, reading: firstReading, notice: textNotice } = usableStart(opened.link.config);
  const config = createConfigStore(firstConfig);
  const first = firstRun(firstConfig, firstReading.task);
  const view = createViewStore({
    ...DEFAULT_VIEW,
    timestep: clampTimestep(opened.link.timestep, first.task),
    pace: opened.link.pace,
    language: opened.link.language ?? environment.language,
    theme: environment.theme,
  });
  const run = createRunStore({
    ...first,
    textNotice,
    notice: unreadNotice(opened, firstReading.task),
  });
  const driver = createRunDriver({ run, client: environment.client, onSnapshot });
  /** The language belongs into the link once somebody chose it. */
  let languageInLink = opened.link.language !== null;
  /** A learning rate the worker has not stamped yet. */
  let unstamped: number | null = null;
  /** A learning rate that waits until a replay has arrived. */
  let postponed: number | null = null;
  /** What a new run is going to show first, and the run that is shown. */
  let goal: Place = opened.link;
  let shown = first.snapshot.runId;
  /** Only the newest start counts while an earlier one still waits for what was kept of it. */
  let starts = 0;

  void start(firstReading.task, opened.link);
  const stopWatching = view.subscribe((now, before) => {
    if (now.language !== before.language) languageInLink = true;
    if (now.timestep !== before.timestep || now.language !== before.language) address.replace(currentLink());
  });

  async function start(task: TextTask, { update, timestep }: Place): Promise<void> {
    const mine = ++starts;
    goal = { update, timestep: clampTimestep(timestep, task) };
    const chosen = config.getState();
    unstamped = null;
    postponed = null;
    driver.leave();
    const parameters = countParameters(modelOf(chosen, task));
    const resume = update > 0 ? await environment.resumes.load(runKey(chosen), parameters) : null;
    if (mine === starts) driver.begin(chosen, task, update, resume);
  }

  function onSnapshot(snapshot: Snapshot): void {
    const { interventions, resume } = snapshot;
    if (snapshot.runId !== shown) {
      shown = snapshot.runId;
      selectTimestep(goal.timestep);
    }
    if (unstamped !== null && interventions.at(-1)?.value === unstamped) unstamped = null;
    if (unstamped === null && !sameInterventions(config.getState(), snapshot))
      config.setState({ interventions });
    if (snapshot.phase.kind === 'training') address.remember(currentLink());
    else if (snapshot.phase.kind !== 'seeking') address.replace(currentLink());
    if (resume) void environment.resumes.save(runKey(config.getState()), resume);
    if (postponed !== null) setLearningRate(postponed);
  }

  /** Where the run is, or where it is going. */
  function place(): Place {
    const { snapshot, phase, preparing } = run.getState();
    if (preparing) return goal;
    const update = phase.kind === 'seeking' ? phase.target : snapshot.update;
    return { update, timestep: view.getState().timestep };
  }

  function currentLink(): Link {
    const { pace, language } = view.getState();
    return { config: config.getState(), ...place(), pace, language: languageInLink ? language : null };
  }

  /** A new run from update 0 where the text allows it; training goes on in it if it was going on. */
  function restart(choice: Partial<Config>): void {
    const now = freshConfig();
    const next = { ...now, ...choice };
    const reading = readText(next.text, next.letterUnit);
    run.setState({ textNotice: noticeOf(reading) });
    if (reading.kind === 'tooShort') return;
    const chosen = { ...next, text: reading.task.text };
    const fields = Object.keys(choice) as (keyof Config)[];
    if (fields.every((field) => chosen[field] === now[field])) return;
    const wasTraining = driver.isTraining;
    config.setState(chosen, true);
    void start(reading.task, { update: 0, timestep: place().timestep });
    address.push(currentLink(), fields.join());
    if (wasTraining) train();
  }

  /** The present configuration as the start of a new run: what the learning rate became is where it begins. */
  function freshConfig(): Config {
    const now = config.getState();
    return { ...now, learningRate: currentLearningRate(now), interventions: [] };
  }

  function setLearningRate(learningRate: number): void {
    const now = config.getState();
    const { snapshot, phase, preparing } = run.getState();
    const { update } = preparing ? goal : snapshot;
    // In the middle of a replay the place it goes to would be lost.
    postponed = phase.kind === 'seeking' || (preparing && update > 0) ? learningRate : null;
    if (postponed !== null || learningRate === currentLearningRate(now)) return;
    if (update === 0 && phase.kind === 'paused') {
      restart({ learningRate });
      return;
    }
    const earlier = now.interventions.filter((intervention) => intervention.update < update);
    unstamped = learningRate;
    config.setState({ interventions: [...earlier, { kind: 'learningRate', update, value: learningRate }] });
    driver.changeLearningRate(learningRate);
    address.push(currentLink(), 'learningRate');
  }

  function train(): void {
    driver.train(PACES[view.getState().pace], null);
  }

  function selectTimestep(timestep: number): void {
    const { selections } = view.getState();
    view.setState({ timestep: clampTimestep(timestep, run.getState().task), selections: selections + 1 });
  }

  function link(): string {
    return environment.pageAddress + formatLink(currentLink());
  }

  /** Back, forward, or a link typed into the address bar. */
  function follow(followed: LinkReading): void {
    const { link } = followed;
    const { config: next, reading, notice } = usableStart(link.config);
    const sameRun = runKey(next) === runKey(config.getState());
    config.setState(next, true);
    view.setState({ pace: link.pace, ...(link.language && { language: link.language }) });
    run.setState({ textNotice: notice, notice: unreadNotice(followed, reading.task) });
    if (!sameRun) {
      void start(reading.task, link);
      return;
    }
    if (link.update !== place().update) driver.seek(link.update);
    goal = link;
    selectTimestep(link.timestep);
  }

  return {
    config,
    run,
    view,
    actions: {
      setText: (text) => restart({ text }),
      choose: (choice) => restart(choice),
      setLearningRate,
      train,
      pause: () => driver.pause(),
      advance: (count) => driver.advance(count),
      trainUntilRight: () => driver.train(PACES[view.getState().pace], { kind: 'right' }),
      reset() {
        config.setState(freshConfig(), true);
        void start(usableStart(config.getState()).reading.task, { update: 0, timestep: place().timestep });
        address.push(currentLink(), 'reset');
      },
      setPace(pace) {
        view.setState({ pace });
        driver.changePace(PACES[pace]);
        address.replace(currentLink());
      },
      selectTimestep(timestep) {
        selectTimestep(timestep);
        goal = { ...goal, timestep: view.getState().timestep };
      },
      async copyLink() {
        try {
          await environment.writeClipboard(link());
          return true;
        } catch {
          return false;
        }
      },
      link,
      dismissNotice: () => run.setState({ notice: null }),
    },
    dispose() {
      stopWatching();
      address.dispose();
      driver.dispose();
    },
  };
}

function clampTimestep(timestep: number, task: TextTask): number {
  return Math.max(0, Math.min(task.example.inputs.length - 1, timestep));
}

function sameInterventions(config: Config, { interventions }: Snapshot): boolean {
  return (
    config.interventions.length === interventions.length &&
    config.interventions.every(
      ({ update, value }, index) =>
        update === interventions[index].update && value === interventions[index].value,
    )
  );
}
