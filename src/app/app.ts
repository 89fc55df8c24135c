/** Wires stores, worker and address together; knows nothing of React. */
import { countParameters } from '../engine/index.ts';
import type { Actions } from '../state/actions.ts';
import type { Address } from '../state/address.ts';
import {
  type Config,
  type ConfigStore,
  createConfigStore,
  DEFAULT_CONFIG,
  learningRateAt,
  SLIDE_UPDATE,
  withTask,
} from '../state/config.ts';
import { isCut, ofTheStart, sameInterventions } from '../state/interventions.ts';
import type { NetworkSize } from '../state/isResume.ts';
import { isNewInLink, looksOf, viewOf } from '../state/looks.ts';
import { createRunStore, type Run, type RunStore } from '../state/run.ts';
import { joinSights, type PanelSight } from '../state/sight.ts';
import { modelOf, type Subject } from '../state/start.ts';
import { formatLink, type Link, type LinkReading, runKey, startKey } from '../state/url.ts';
import {
  createViewStore,
  DEFAULT_VIEW,
  type Language,
  PACES,
  PANELS,
  type Panel,
  type Theme,
  type ViewStore,
} from '../state/view.ts';
import type { Asked, LabExercise } from '../tasks/questions.ts';
import type { Task } from '../tasks/task.ts';
import type { Condition, Resume, Snapshot } from '../worker/protocol.ts';
import { exerciseOf, loadExercises } from './exercises.ts';
import { createLinkActions, type LinkEnvironment } from './linkActions.ts';
import { firstRun, openingOf, placeOf, type UsableStart, unreadNotice, usableStart } from './opening.ts';
import { createRunDriver, type RunDriverOptions } from './runDriver.ts';
import { createTimeline } from './timeline.ts';

/** What the app needs of the browser, so that it can be tested without one. */
export interface Environment extends Pick<RunDriverOptions, 'connect'>, LinkEnvironment {
  /** Follows the browser's address; `onChange` is for links that come from outside. */
  readonly openAddress: (onChange: (reading: LinkReading) => void) => Address;
  readonly resumes: {
    /** The best there is on the way to an update. */
    load(key: string, size: NetworkSize, update: number): Promise<Resume | null>;
    save(key: string, resume: Resume): void;
  };
  /** A complete picture before the worker has answered, where there is one that need not be computed. */
  readonly firstRun?: (config: Config, subject: Subject) => ReturnType<typeof firstRun> | null;
  /** When the first picture is on the screen: a worker that starts before would only delay it. */
  readonly whenShown?: (() => Promise<void>) | undefined;
  /** The language for a link that names none, and whether the person chose it before. */
  readonly language: Language;
  readonly theme: Theme;
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
  const { config: usable, subject: opening, textNotice, notice } = openingOf(opened);
  /** What is in sight, or is on its way. */
  let subject = opening;
  const config = createConfigStore(usable);
  const place = placeOf(opened.link, subject);
  const first = environment.firstRun?.(usable, subject) ?? firstRun(usable, subject, place.update);
  const view = createViewStore({
    ...DEFAULT_VIEW,
    ...viewOf(opened.link),
    question: questionInLink(subject),
    timestep: clampTimestep(place.timestep, first.task),
    language: opened.link.language ?? environment.language,
    theme: environment.theme,
  });
  const run = createRunStore({ ...first, textNotice, notice });
  const driver = createRunDriver({
    run,
    connect: environment.connect,
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
  /** The timestep to select in what comes into sight, and the run and task that are. */
  let nextTimestep = 0;
  let shown: Pick<Run, 'task'> & { readonly runId: number } = {
    task: first.task,
    runId: first.snapshot.runId,
  };
  /** Only the newest start counts while an earlier one still waits for what was kept of it. */
  let starts = 0;
  /** Only the newest target counts while an earlier one still waits for what was kept. */
  let seeks = 0;
  /** Only the newest choice counts while an earlier one still waits for its exercise. */
  let choices = 0;

  driver.setTwin(view.getState().twin);
  void start(subject, place, first);
  const stopWatching = view.subscribe((now, before) => {
    if (now.language !== before.language) languageInLink = true;
    if (now.twin !== before.twin) driver.setTwin(now.twin);
    if (isNewInLink(now, before)) address.replace(currentLink());
  });

  /** `drawn` is a picture of the run that is there already; its worker goes on from it. */
  async function start(
    next: Subject,
    { update, timestep }: Pick<Link, 'update' | 'timestep'>,
    drawn?: Pick<Run, 'snapshot' | 'preparing'>,
  ) {
    const mine = ++starts;
    subject = next;
    nextTimestep = clampTimestep(timestep, subject.task);
    const chosen = config.getState();
    driver.leave();
    timeline.start(subject.task, update);
    const model = modelOf(chosen, subject.task);
    const size = { ...model, parameters: countParameters(model) };
    if (drawn?.preparing === false) {
      run.setState({ preparing: false });
      if (environment.whenShown) await environment.whenShown();
    }
    const own = drawn?.snapshot.update === update ? drawn.snapshot.resume : null;
    const resume = own ?? (update > 0 ? await environment.resumes.load(runKey(chosen), size, update) : null);
    if (mine === starts) driver.begin(chosen, subject, update, resume);
  }

  function onSnapshot(snapshot: Snapshot, isAnswer: boolean): void {
    const { task } = run.getState();
    if (snapshot.runId !== shown.runId || task !== shown.task) {
      shown = { task, runId: snapshot.runId };
      selectTimestep(nextTimestep);
    }
    timeline.arrive(snapshot, isAnswer);
    if (snapshot.phase.kind === 'training') address.remember(currentLink());
    else if (snapshot.phase.kind !== 'seeking') address.replace(currentLink());
    const { resume, interventions } = snapshot;
    const now = config.getState();
    // Update 0 is where a run begins anyway.
    if (resume && snapshot.update > 0 && sameInterventions(now.interventions, interventions)) {
      environment.resumes.save(runKey(now), resume);
    }
  }

  /** The selected timestep, or the one that a new run will have selected. */
  function timestep(): number {
    return run.getState().preparing ? nextTimestep : view.getState().timestep;
  }

  function currentLink(): Link {
    const now = view.getState();
    const chosen = config.getState();
    return {
      config: chosen,
      update: timeline.place,
      timestep: timestep(),
      question: now.question,
      language: languageInLink ? now.language : null,
      ...looksOf(now),
      // There is one only beside a cut.
      twin: now.twin && isCut(chosen),
    };
  }

  /** Goes on with what `chosen` learns: at once where that is here, else when it has been loaded. */
  function whenLoaded(chosen: Config, proceed: (exercise: LabExercise | null) => void): void {
    const mine = ++choices;
    const exercise = exerciseOf(chosen);
    if (exercise !== 'missing') {
      proceed(exercise);
      return;
    }
    loadExercises().then(
      () => {
        if (mine === choices) whenLoaded(chosen, proceed);
      },
      () => run.setState({ notice: { kind: 'exerciseNotLoaded' } }),
    );
  }

  /** A new run from update 0 where the text allows it; training goes on in it if it was going on. */
  function restart({ task, ...choice }: Partial<Config>): void {
    const now = freshConfig();
    const next = { ...withTask(now, task ?? now.task), ...choice };
    const isOtherTask = next.task !== now.task;
    whenLoaded(next, (exercise) => {
      const question = isOtherTask ? '' : keptQuestion(exercise);
      const usable = usableStart({ config: next, question }, exercise);
      // What stands in for a text that is too short is wanted only where the text was not typed just now.
      const isTooShort = usable.isTextReplaced && !isOtherTask;
      if (isOtherTask || 'text' in choice || 'letterUnit' in choice) {
        run.setState({ textNotice: isTooShort ? { kind: 'tooShort' } : usable.textNotice });
      }
      const fields = Object.keys(choice) as (keyof typeof choice)[];
      const isSame = !isOtherTask && fields.every((field) => usable.config[field] === now[field]);
      if (isTooShort || isSame) return;
      const wasTraining = driver.isTraining;
      config.setState(usable.config, true);
      view.setState({ question: questionInLink(usable.subject) });
      void start(usable.subject, { update: 0, timestep: isOtherTask ? 0 : timestep() });
      address.push(currentLink(), [...fields, ...(isOtherTask ? ['task'] : [])].join());
      if (wasTraining) train();
    });
  }

  /** What is asked now, where it can also be asked, and be answered, in another exercise of the same kind. */
  function keptQuestion(exercise: LabExercise | null): string {
    const { question } = view.getState();
    return exercise?.read(question).kind === 'ready' ? question : '';
  }

  function show(asked: Asked, timestep: number): void {
    subject = { ...subject, asked, task: asked.task };
    nextTimestep = timestep;
    view.setState({ question: questionInLink(subject) });
    driver.ask(asked);
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

  /** Beyond what was trained here, from a state that is kept, where one is nearer. */
  function seek(update: number): void {
    const mine = ++seeks;
    const { curve, branches, model } = run.getState();
    const end = curve.updates.at(-1) ?? 0;
    timeline.seek(update);
    // A run that begins anew has no earlier futures.
    if (update <= end || branches.length > 0) return;
    const size = { ...model, parameters: countParameters(model) };
    void environment.resumes.load(runKey(config.getState()), size, update).then((resume) => {
      const from = resume?.checkpoint.update ?? 0;
      const isOnItsWay = mine === seeks && timeline.place === update && run.getState().snapshot.update < from;
      if (isOnItsWay && from > end && from <= update) void start(subject, { update, timestep: timestep() });
    });
  }

  function selectTimestep(timestep: number): void {
    const { selections } = view.getState();
    view.setState({ timestep: clampTimestep(timestep, run.getState().task), selections: selections + 1 });
  }

  /** Back, forward, or a link typed into the address bar. */
  function follow(followed: LinkReading): void {
    whenLoaded(followed.link.config, (exercise) => goTo(followed, usableStart(followed.link, exercise)));
  }

  function goTo(followed: LinkReading, usable: UsableStart): void {
    const { link } = followed;
    const { config: next, textNotice } = usable;
    const now = config.getState();
    // Where the text stays, so does what was typed since and could not be used.
    const isSameText = next.text === now.text && next.letterUnit === now.letterUnit;
    const kept = isSameText ? run.getState().textNotice : null;
    run.setState({ textNotice: textNotice ?? kept, notice: unreadNotice(followed, usable) });
    const place = placeOf(link, usable.subject);
    const isSameRun = startKey(next) === startKey(now);
    if (!isSameRun) {
      config.setState(next, true);
      void start(usable.subject, place);
    } else if (!sameInterventions(next.interventions, now.interventions)) {
      timeline.rewrite(next.interventions, link.update);
    } else if (link.update !== timeline.place) timeline.seek(link.update);
    nextTimestep = place.timestep;
    const question = questionInLink(usable.subject);
    view.setState({ ...viewOf(link), question, ...(link.language && { language: link.language }) });
    if (!isSameRun) return;
    const { asked } = usable.subject;
    if (asked !== null && asked.question !== subject.asked?.question) show(asked, place.timestep);
    else selectTimestep(place.timestep);
  }

  return {
    config,
    run,
    view,
    actions: {
      setText: (text) => restart({ text }),
      choose: (choice) => restart(choice),
      openSlide() {
        const link = { ...currentLink(), config: DEFAULT_CONFIG, update: SLIDE_UPDATE, timestep: 0 };
        follow({ link, unread: [] });
        address.push(currentLink(), 'slide');
      },
      ask(question) {
        const { exercise } = subject;
        const asked = exercise?.asked(question) ?? null;
        if (asked === null || asked.question === subject.asked?.question) return;
        show(asked, view.getState().timestep);
        address.push(currentLink(), 'ask');
      },
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
      seek,
      intervene: (change) => timeline.intervene(change),
      removeIntervention: (index) => timeline.remove(index),
      returnTo: (branchId) => timeline.returnTo(branchId),
      forgetBranch: (branchId) => timeline.forgetBranch(branchId),
      setTwin: (twin) => view.setState({ twin }),
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
        const now = config.getState();
        const interventions = ofTheStart(now.interventions);
        config.setState({ ...(diverged ? now : freshConfig()), interventions }, true);
        void start(subject, { update: 0, timestep: timestep() });
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
      ...createLinkActions(
        environment,
        view,
        address,
        (language) => ({ ...currentLink(), language }),
        formatLink,
      ),
      notify: (next) => run.setState({ notice: next(run.getState().notice) }),
      dismissNotice: () => run.setState({ notice: null }),
    },
    dispose() {
      stopWatching();
      address.dispose();
      driver.dispose();
    },
  };
}

function clampTimestep(timestep: number, task: Task): number {
  return Math.max(0, Math.min(task.example.inputs.length - 1, timestep));
}

/** The first question of an exercise goes without saying. */
function questionInLink({ exercise, asked }: Subject): string {
  return asked === null || asked.question === exercise?.firstQuestion ? '' : asked.question;
}
