/** Wires stores, worker and address together; knows nothing of React. */
import { countParameters } from './engine/index.ts';
import { firstPicture } from './firstPicture.ts';
import { createRunDriver, type RunDriverOptions } from './runDriver.ts';
import type { Actions } from './state/actions.ts';
import type { Address } from './state/address.ts';
import {
  type Config,
  type ConfigStore,
  createConfigStore,
  currentLearningRate,
  DEFAULT_CONFIG,
} from './state/config.ts';
import { createRunStore, type Notice, type Run, type RunStore } from './state/run.ts';
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
import { readText, type TextReading, type TextTask } from './tasks/text.ts';
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

type UsableReading = Exclude<TextReading, { kind: 'tooShort' }>;

export function createApp(environment: Environment): App {
  const address = environment.openAddress(follow);
  const opened = address.read();
  const { config: firstConfig, reading: firstReading, notice: textNotice } = usableStart(opened.link.config);
  const config = createConfigStore(firstConfig);
  const view = createViewStore({
    ...DEFAULT_VIEW,
    timestep: clampTimestep(opened.link.timestep, firstReading.task),
    pace: opened.link.pace,
    language: opened.link.language ?? environment.language,
    theme: environment.theme,
  });
  const run = createRunStore({
    ...firstRun(firstConfig, firstReading.task),
    textNotice,
    notice: unreadNotice(opened.unread),
  });
  const driver = createRunDriver({ run, client: environment.client, onSnapshot });
  /** The language belongs into the link once somebody chose it. */
  let languageInLink = opened.link.language !== null;
  /** A learning rate the worker has not stamped yet. */
  let unstamped: number | null = null;
  /** The update a new run is on its way to. */
  let goal = opened.link.update;
  /** Only the newest start counts while an earlier one still waits for what was kept of it. */
  let starts = 0;

  void start(firstReading.task, opened.link.update);
  const stopWatching = view.subscribe((now, before) => {
    if (now.language !== before.language) languageInLink = true;
    if (now.timestep !== before.timestep || now.language !== before.language) address.replace(currentLink());
  });

  async function start(task: TextTask, update: number): Promise<void> {
    const mine = ++starts;
    goal = update;
    const chosen = config.getState();
    unstamped = null;
    if (update > 0) run.setState({ preparing: true });
    const parameters = countParameters(modelOf(chosen, task));
    const resume = update > 0 ? await environment.resumes.load(runKey(chosen), parameters) : null;
    if (mine === starts) driver.begin(chosen, task, update, resume);
  }

  function onSnapshot(snapshot: Snapshot): void {
    const { interventions, resume } = snapshot;
    if (unstamped !== null && interventions.at(-1)?.value === unstamped) unstamped = null;
    if (unstamped === null && !sameInterventions(config.getState(), snapshot))
      config.setState({ interventions });
    if (snapshot.phase.kind === 'training') address.remember(currentLink());
    else if (snapshot.phase.kind !== 'seeking') address.replace(currentLink());
    if (resume) void environment.resumes.save(runKey(config.getState()), resume);
  }

  function currentLink(): Link {
    const { timestep, pace, language } = view.getState();
    const { snapshot, phase, preparing } = run.getState();
    const update = preparing ? goal : phase.kind === 'seeking' ? phase.target : snapshot.update;
    return { config: config.getState(), update, timestep, pace, language: languageInLink ? language : null };
  }

  /** A new run from update 0 where the text allows it; training goes on in it if it was going on. */
  function restart(next: Config, field: string): void {
    const reading = readText(next.text, next.letterUnit);
    run.setState({ textNotice: noticeOf(reading) });
    if (reading.kind === 'tooShort') return;
    const chosen = { ...next, text: reading.task.text };
    if (runKey(chosen) === runKey(config.getState())) return;
    const wasTraining = run.getState().phase.kind === 'training';
    config.setState(chosen, true);
    selectTimestep(view.getState().timestep, reading.task);
    void start(reading.task, 0);
    address.push(currentLink(), field);
    if (wasTraining) train();
  }

  /** The present configuration as the start of a new run: what the learning rate became is where it begins. */
  function freshConfig(): Config {
    const now = config.getState();
    return { ...now, learningRate: currentLearningRate(now), interventions: [] };
  }

  function setLearningRate(learningRate: number): void {
    const now = config.getState();
    const { snapshot, phase } = run.getState();
    if (learningRate === currentLearningRate(now)) return;
    if (snapshot.update === 0 && phase.kind === 'paused') {
      restart({ ...now, learningRate, interventions: [] }, 'learningRate');
      return;
    }
    const { update } = snapshot;
    const earlier = now.interventions.filter((intervention) => intervention.update < update);
    unstamped = learningRate;
    config.setState({ interventions: [...earlier, { kind: 'learningRate', update, value: learningRate }] });
    driver.changeLearningRate(learningRate);
    address.push(currentLink(), 'learningRate');
  }

  function train(): void {
    driver.train(PACES[view.getState().pace], null);
  }

  function selectTimestep(timestep: number, task = run.getState().task): void {
    view.setState({ timestep: clampTimestep(timestep, task) });
  }

  function link(): string {
    return environment.pageAddress + formatLink(currentLink());
  }

  /** Back, forward, or a link typed into the address bar. */
  function follow({ link, unread }: LinkReading): void {
    const { config: next, reading, notice } = usableStart(link.config);
    const sameRun = runKey(next) === runKey(config.getState());
    config.setState(next, true);
    view.setState({
      timestep: clampTimestep(link.timestep, reading.task),
      pace: link.pace,
      ...(link.language && { language: link.language }),
    });
    run.setState({ textNotice: notice, notice: unreadNotice(unread) });
    if (!sameRun) void start(reading.task, link.update);
    else if (link.update !== run.getState().snapshot.update) driver.seek(link.update);
  }

  return {
    config,
    run,
    view,
    actions: {
      setText: (text) => restart({ ...freshConfig(), text }, 'text'),
      choose: (choice) => restart({ ...freshConfig(), ...choice }, Object.keys(choice).join()),
      setLearningRate,
      train,
      pause: () => driver.pause(),
      advance: (count) => driver.advance(count),
      trainUntilRight: () => driver.train(PACES[view.getState().pace], { kind: 'right' }),
      reset() {
        config.setState(freshConfig(), true);
        void start(run.getState().task, 0);
        address.push(currentLink(), 'reset');
      },
      setPace(pace) {
        view.setState({ pace });
        driver.changePace(PACES[pace]);
        address.replace(currentLink());
      },
      selectTimestep: (timestep) => selectTimestep(timestep),
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

/** A configuration whose text can be trained on; where it cannot, the first text stands in and the notice says why. */
function usableStart(config: Config): { config: Config; reading: UsableReading; notice: Notice | null } {
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind !== 'tooShort') {
    return { config: { ...config, text: reading.task.text }, reading, notice: noticeOf(reading) };
  }
  const standIn = { ...config, text: DEFAULT_CONFIG.text };
  const { config: usable, reading: usableReading } = usableStart(standIn);
  return { config: usable, reading: usableReading, notice: { kind: 'tooShort' } };
}

/** The run store before the worker has answered. A network too large to compute here leaves hello on the screen. */
function firstRun(config: Config, task: TextTask): Omit<Run, 'textNotice' | 'notice'> {
  const snapshot = firstPicture(config, task);
  if (snapshot === null) {
    const { config: hello, reading } = usableStart(DEFAULT_CONFIG);
    return { ...firstRun(hello, reading.task), preparing: true };
  }
  return {
    task,
    model: modelOf(config, task),
    phase: { kind: 'paused' },
    snapshot,
    parameters: snapshot.parameters ?? new Float64Array(),
    curve: snapshot.curve ?? {
      updates: new Float64Array(),
      losses: new Float64Array(),
      accuracies: new Float64Array(),
    },
    preparing: false,
    reachedRightAt: null,
  };
}

function noticeOf(reading: TextReading): Notice | null {
  if (reading.kind === 'ready') return null;
  if (reading.kind === 'tooShort') return { kind: 'tooShort' };
  return { kind: 'tooLong', limit: reading.limit, lastLetters: reading.lastLetters };
}

function unreadNotice(keys: readonly string[]): Notice | null {
  return keys.length > 0 ? { kind: 'linkUnread', keys } : null;
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
