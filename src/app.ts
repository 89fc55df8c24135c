/** Wires stores, worker and address together; knows nothing of React. */
import { countParameters } from './engine/index.ts';
import { firstRun, noticeOf, placeOf, unreadNotice, usableStart } from './opening.ts';
import { createRunDriver, type RunDriverOptions } from './runDriver.ts';
import type { Actions } from './state/actions.ts';
import type { Address } from './state/address.ts';
import { type Config, type ConfigStore, createConfigStore, learningRateAt } from './state/config.ts';
import { sameInterventions } from './state/interventions.ts';
import type { NetworkSize } from './state/isResume.ts';
import { isNewInLink, looksOf, viewOf } from './state/looks.ts';
import { createRunStore, type RunStore } from './state/run.ts';
import { joinSights, type PanelSight } from './state/sight.ts';
import { modelOf } from './state/start.ts';
import { formatLink, type Link, type LinkReading, runKey, startKey } from './state/url.ts';
import {
  createViewStore,
  DEFAULT_VIEW,
  type Language,
  PACES,
  PANELS,
  type Panel,
  type Theme,
  type ViewStore,
} from './state/view.ts';
import { readText, type TextTask } from './tasks/text.ts';
import { createTimeline } from './timeline.ts';
import type { Condition, Resume, Snapshot } from './worker/protocol.ts';

/** What the app needs of the browser, so that it can be tested without one. */
export interface Environment extends Pick<RunDriverOptions, 'client'> {
  /** Follows the browser's address; `onChange` is for links that come from outside. */
  readonly openAddress: (onChange: (reading: LinkReading) => void) => Address;
  /** The address of the page without its hash. */
  readonly pageAddress: string;
  readonly resumes: {
    load(key: string, size: NetworkSize): Promise<Resume | null>;
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

export function createApp(environment: Environment): App {
  const address = environment.openAddress(follow);
  const opened = address.read();
  const opening = usableStart(opened.link.config);
  const config = createConfigStore(opening.config);
  const first = firstRun(opening.config, opening.reading.task);
  const view = createViewStore({
    ...DEFAULT_VIEW,
    ...viewOf(opened.link),
    timestep: clampTimestep(placeOf(opened.link, opening.reading.task).timestep, first.task),
    language: opened.link.language ?? environment.language,
    theme: environment.theme,
  });
  const run = createRunStore({
    ...first,
    textNotice: opening.notice,
    notice: unreadNotice(opened, opening),
  });
  const driver = createRunDriver({
    run,
    client: environment.client,
    onSnapshot,
    onRefused: (change, loss) => timeline.refuse(change, loss),
  });
  const timeline = createTimeline({
    config,
    run,
    driver,
    onChoice: (field) => address.push(currentLink(), field),
    restart: (learningRate) => restart({ learningRate }),
  });
  const sights = new Map<Panel, Partial<PanelSight>>();
  /** The language belongs into the link once somebody chose it. */
  let languageInLink = opened.link.language !== null;
  /** The timestep to select in a new run once it is there, and the run that is shown. */
  let nextTimestep = 0;
  let shown = first.snapshot.runId;
  /** Only the newest start counts while an earlier one still waits for what was kept of it. */
  let starts = 0;

  void start(opening.reading.task, placeOf(opened.link, opening.reading.task));
  const stopWatching = view.subscribe((now, before) => {
    if (now.language !== before.language) languageInLink = true;
    if (isNewInLink(now, before)) address.replace(currentLink());
  });

  async function start(task: TextTask, { update, timestep }: Pick<Link, 'update' | 'timestep'>) {
    const mine = ++starts;
    nextTimestep = clampTimestep(timestep, task);
    const chosen = config.getState();
    driver.leave();
    timeline.start(task, update);
    const model = modelOf(chosen, task);
    const size = { ...model, parameters: countParameters(model) };
    const resume = update > 0 ? await environment.resumes.load(runKey(chosen), size) : null;
    if (mine === starts) driver.begin(chosen, task, update, resume);
  }

  function onSnapshot(snapshot: Snapshot, isAnswer: boolean): void {
    if (snapshot.runId !== shown) {
      shown = snapshot.runId;
      selectTimestep(nextTimestep);
    }
    timeline.arrive(snapshot, isAnswer);
    if (snapshot.phase.kind === 'training') address.remember(currentLink());
    else if (snapshot.phase.kind !== 'seeking') address.replace(currentLink());
    const { resume, interventions } = snapshot;
    const now = config.getState();
    if (resume && sameInterventions(now.interventions, interventions)) {
      void environment.resumes.save(runKey(now), resume);
    }
  }

  /** The selected timestep, or the one that a new run will have selected. */
  function timestep(): number {
    return run.getState().preparing ? nextTimestep : view.getState().timestep;
  }

  function currentLink(): Link {
    const now = view.getState();
    return {
      config: config.getState(),
      update: timeline.place,
      timestep: timestep(),
      language: languageInLink ? now.language : null,
      ...looksOf(now),
    };
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
    void start(reading.task, { update: 0, timestep: timestep() });
    address.push(currentLink(), fields.join());
    if (wasTraining) train();
  }

  /** The present configuration as the start of a new run: what the learning rate became is where it begins. */
  function freshConfig(): Config {
    const now = config.getState();
    return { ...now, learningRate: learningRateAt(now, timeline.place), interventions: [] };
  }

  function train(until: Condition | null = null): void {
    timeline.stay();
    driver.train(PACES[view.getState().pace], until);
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
    const usable = usableStart(link.config);
    const { config: next, reading } = usable;
    const now = config.getState();
    run.setState({ textNotice: usable.notice, notice: unreadNotice(followed, usable) });
    const place = placeOf(link, reading.task);
    const isSameRun = startKey(next) === startKey(now);
    if (!isSameRun) {
      config.setState(next, true);
      void start(reading.task, place);
    } else if (!sameInterventions(next.interventions, now.interventions)) {
      timeline.rewrite(next.interventions, link.update);
    } else if (link.update !== timeline.place) timeline.seek(link.update);
    nextTimestep = place.timestep;
    view.setState({ ...viewOf(link), ...(link.language && { language: link.language }) });
    if (isSameRun) selectTimestep(place.timestep);
  }

  return {
    config,
    run,
    view,
    actions: {
      setText: (text) => restart({ text }),
      choose: (choice) => restart(choice),
      setLearningRate: (value) => timeline.intervene({ kind: 'learningRate', value }),
      train: () => train(),
      pause() {
        timeline.stay();
        driver.pause();
      },
      advance(count) {
        timeline.stay();
        driver.advance(count);
      },
      trainUntil(condition) {
        if (condition.kind !== 'update' || timeline.isReachable(condition.update)) train(condition);
      },
      seek: (update) => timeline.seek(update),
      intervene: (change) => timeline.intervene(change),
      removeIntervention: (index) => timeline.remove(index),
      returnTo: (branchId) => timeline.returnTo(branchId),
      forgetBranch: (branchId) => timeline.forgetBranch(branchId),
      setTwin: (on) => driver.setTwin(on),
      want(panel, sight) {
        if (sight === null) sights.delete(panel);
        else sights.set(panel, sight);
        driver.want(joinSights(sights.values()));
      },
      setPanel(panel, open) {
        const { panels } = view.getState();
        view.setState({
          panels: PANELS.filter((other) => (other === panel ? open : panels.includes(other))),
        });
      },
      setFold: (fold) => view.setState({ fold: Math.max(0, Math.min(1, fold)) }),
      setGuessing: (guessing) => view.setState({ guessing }),
      reset() {
        // What blew up would blow up again; otherwise the learning rate in force stays.
        const diverged = run.getState().phase.kind === 'diverged';
        config.setState(diverged ? { ...config.getState(), interventions: [] } : freshConfig(), true);
        void start(usableStart(config.getState()).reading.task, { update: 0, timestep: timestep() });
        address.push(currentLink(), 'reset');
      },
      setPace(pace) {
        view.setState({ pace });
        driver.changePace(PACES[pace]);
      },
      selectTimestep(timestep) {
        selectTimestep(timestep);
        nextTimestep = view.getState().timestep;
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
