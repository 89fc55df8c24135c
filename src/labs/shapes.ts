/** Wires five labs side by side, one for each shape, on one worker. Knows nothing of React. */
import { type App, createApp } from '../app/app.ts';
import { loadExercises } from '../app/exercises.ts';
import { createLinkActions } from '../app/linkActions.ts';
import type { TaskKind } from '../state/config.ts';
import type { FetchFile } from '../state/pretrained.ts';
import { createRunStore, type Run } from '../state/run.ts';
import {
  type BoardStore,
  createBoardStore,
  MOST_COMPARED,
  type OfEach,
  ONE_TO_ONE_UPDATE,
  ofEach,
  openingUpdate,
  SHAPE_TASKS,
  type ShapesActions,
  type ShapesLink,
  type ShapesReading,
  type SharedChoice,
  shapeConfig,
} from '../state/shapes.ts';
import { formatShapesLink } from '../state/shapesUrl.ts';
import { DEFAULT_LINK, type Link, type LinkReading, runKey } from '../state/url.ts';
import { createViewStore, DEFAULT_VIEW, PACES } from '../state/view.ts';
import { recommendedUpdates } from '../tasks/exercise.ts';
import type { RunPhase } from '../worker/protocol.ts';
import { createDepthBoard } from './depthBoard.ts';
import { createJointTraining } from './jointTraining.ts';
import {
  createJointNotice,
  createLabAddress,
  type LabScreenEnvironment,
  type Side,
  unreadIn,
} from './labScreen.ts';
import type { Clock } from './lockstep.ts';
import { createTrainedStates, trainedRun } from './trainedStates.ts';

/** What the screen needs of the browser, so that it can be tested without one. */
export interface ShapesEnvironment extends LabScreenEnvironment<ShapesLink> {
  /** Of a state that was trained beforehand. */
  readonly fetchFile: FetchFile;
  readonly clock: Clock;
  /** When the first picture is there: until then the worker is not begun, which takes time from it. */
  readonly whenShown?: () => Promise<void>;
}

export interface Shapes {
  readonly board: BoardStore;
  /** All of them: what moves all at once, and whether any moves. Its picture is that of one-to-many. */
  readonly all: Side;
  /** Each by itself. One that is trained together with others is in training as long as any of them is. */
  readonly labs: OfEach<Side>;
  readonly actions: ShapesActions;
  dispose(): void;
}

/** The one that stands for all where one has to. */
const FIRST: TaskKind = 'captions';
const OPENING: ShapesLink['updates'] = ofEach(() => null);

/** @throws when exercises cannot be loaded. */
export async function createShapes(environment: ShapesEnvironment): Promise<Shapes> {
  const address = environment.openAddress((reading) => void follow(reading));
  const opened = address.read();
  const states = createTrainedStates(environment.fetchFile);
  let choice = choiceIn(opened.link);
  let opening = opened;
  let languageInLink = opened.link.language !== null;
  /** While all labs are sent somewhere the present entry of the history stays as it is. */
  let isGoing = true;
  let goes = 0;
  /** By lab, what it says of itself, and what makes it follow a link. */
  const places = new Map<TaskKind, Link>();
  const followers = new Map<TaskKind, (reading: LinkReading) => void>();

  states.fetch(choice);
  await loadExercises();
  const untrained = await states.load(choice);
  const labs = ofEach((task) => openLab(task, labLink(task, opened.link, choice)));
  const each = SHAPE_TASKS.map((task) => labs[task]);
  /** What is seen of each. */
  const shown = ofEach((task) => createRunStore(labs[task].run.getState()));
  const joint = createJointTraining({
    clock: environment.clock,
    placeOf,
    onChange: () => {
      for (const task of SHAPE_TASKS) show(task);
      run.setState(together(), true);
      address.replace(currentLink());
    },
  });
  const view = createViewStore({
    ...DEFAULT_VIEW,
    timestep: clampTimestep(opened.link.timestep),
    pace: opened.link.pace,
    language: opened.link.language ?? environment.language,
    theme: environment.theme,
  });
  const board = createBoardStore({
    choice,
    compared: opened.link.compared,
    arrangement: opened.link.arrangement,
    untrained,
    depths: ofEach(() => []),
    trials: ofEach(() => null),
  });
  let linkNotice = noticeIn(opening);
  const jointNotice = createJointNotice();
  const depths = createDepthBoard(board, { hub: environment.hub, resumeOf: states.get });
  const run = createRunStore(together());
  for (const lab of each) lab.actions.selectTimestep(view.getState().timestep);
  isGoing = false;
  // The data are those of the reader's language: from now on the link says which.
  address.replace(currentLink());

  const stopWatching = [
    view.subscribe((now, before) => {
      if (now.language !== before.language) {
        languageInLink = true;
        for (const lab of each) lab.view.setState({ language: now.language });
      }
      if (now.language !== before.language || now.timestep !== before.timestep || now.pace !== before.pace) {
        address.replace(currentLink());
      }
    }),
    ...SHAPE_TASKS.map((task) =>
      labs[task].run.subscribe((now, before) => {
        if (now.examination !== before.examination) depths.note(task, now);
        // It may reach further than what it was asked before.
        if (now.task !== before.task) labs[task].actions.selectTimestep(view.getState().timestep);
        show(task);
        run.setState(together(), true);
      }),
    ),
  ];

  function choiceIn({ tongue, language, ...link }: ShapesLink): SharedChoice {
    const { cell, hiddenSize, layers, seed, numbersFrom } = link;
    const read = tongue ?? language ?? environment.language;
    return { cell, hiddenSize, layers, seed, numbersFrom, tongue: read };
  }

  function placeOf({ run }: Pick<App, 'run'>): number {
    const { phase } = run.getState();
    const own = SHAPE_TASKS.find((task) => labs[task].run === run) ?? FIRST;
    return phase.kind === 'seeking' ? phase.target : (places.get(own)?.update ?? 0);
  }

  function show(task: TaskKind): void {
    const now = labs[task].run.getState();
    const isMoving = joint.has(labs[task]) && now.phase.kind !== 'diverged';
    shown[task].setState(isMoving ? { ...now, phase: { kind: 'training' } } : now, true);
  }

  function labLink(task: TaskKind, link: ShapesLink, shared: SharedChoice): Link {
    const config = shapeConfig(task, shared);
    const asked = link.questions[task];
    const isText = task === 'text';
    return {
      ...DEFAULT_LINK,
      config: isText && asked !== '' ? { ...config, text: asked } : config,
      update: link.updates[task] ?? (untrained.includes(task) ? 0 : openingUpdate(task, shared)),
      question: isText ? '' : asked,
      pace: link.pace,
    };
  }

  /** What a lab is asked; of a text, which has no questions, the text itself. '' where it is the first one. */
  function questionOf(task: TaskKind): string {
    const place = places.get(task);
    if (task !== 'text') return place?.question ?? '';
    return place === undefined || place.config.text === DEFAULT_LINK.config.text ? '' : place.config.text;
  }

  function openLab(task: TaskKind, link: Link): App {
    const tell = (method: 'replace' | 'remember') => (place: Link) => {
      places.set(task, place);
      if (!isGoing) address[joint.has(labs[task]) ? 'remember' : method](currentLink());
    };
    places.set(task, link);
    return createApp({
      ...environment,
      firstRun(config, subject) {
        const isOpening = link.update > 0 && link.update === openingUpdate(task, choice);
        if (!isOpening) return null;
        const state =
          task === 'text' ? states.trainText(config, subject, link.update) : states.get(runKey(config));
        return state && trainedRun(config, subject, state);
      },
      connect: environment.hub.connect,
      openAddress: (onChange) => {
        followers.set(task, onChange);
        return createLabAddress(link, {
          push(place, field) {
            places.set(task, place);
            if (!isGoing) address.push(currentLink(), `${task} ${field}`);
          },
          replace: tell('replace'),
          remember: tell('remember'),
        });
      },
      resumes: {
        load: async (key) => states.get(key),
        save: () => undefined,
      },
    });
  }

  function currentLink(): ShapesLink {
    const { timestep, pace, language } = view.getState();
    const { compared, arrangement } = board.getState();
    const updateOf = (task: TaskKind) => places.get(task)?.update ?? 0;
    return {
      ...choice,
      updates: ofEach((task) => (updateOf(task) === openingUpdate(task, choice) ? null : updateOf(task))),
      questions: ofEach(questionOf),
      timestep,
      pace,
      compared,
      arrangement,
      language: languageInLink ? language : null,
    };
  }

  function together(): Run {
    const runs = SHAPE_TASKS.map((task) => shown[task].getState());
    return {
      ...shown[FIRST].getState(),
      phase: jointPhase(runs),
      preparing: runs.some(({ preparing }) => preparing),
      notice: noticeNow(),
      textNotice: null,
    };
  }

  function noticeNow(): Run['notice'] {
    const told = SHAPE_TASKS.map((task) => ({
      notice: shown[task].getState().notice,
      nameOf: (key: string) => (key === 'ask' ? `ask-${task}=${opening.link.questions[task]}` : key),
    }));
    return jointNotice(linkNotice, told);
  }

  /** What a link says that there is not; a timestep is there as long as the longest has it. */
  function noticeIn({ link, unread }: ShapesReading): Run['notice'] {
    const isBeyond = link.timestep > clampTimestep(link.timestep);
    return unreadIn({ link, unread: isBeyond ? [...unread, 't'] : unread });
  }

  /** Sends all labs where a link says; those that have another configuration start with it. */
  async function go(link: ShapesLink, isTraining = false): Promise<boolean> {
    const mine = ++goes;
    const next = choiceIn(link);
    const failed = await states.load(next);
    if (mine !== goes) return false;
    joint.end();
    isGoing = true;
    choice = next;
    untrained.splice(0, untrained.length, ...failed);
    board.setState({
      choice,
      compared: link.compared,
      arrangement: link.arrangement,
      untrained: [...failed],
      depths: depths.keptFor(choice),
    });
    for (const task of SHAPE_TASKS) {
      const target = labLink(task, link, choice);
      places.set(task, target);
      followers.get(task)?.({ link: target, unread: [] });
    }
    selectTimestep(link.timestep);
    isGoing = false;
    if (isTraining) train();
    return true;
  }

  async function follow(reading: ShapesReading): Promise<void> {
    const { link } = reading;
    opening = reading;
    if (!(await go(link))) return;
    linkNotice = noticeIn(reading);
    view.setState({ pace: link.pace, ...(link.language && { language: link.language }) });
    run.setState(together(), true);
  }

  /** What all have in common is another: each begins anew, trained where that was done beforehand. */
  async function chooseForAll(chosen: Partial<SharedChoice>): Promise<void> {
    const now = { ...currentLink(), ...choice };
    const isOther = Object.entries(chosen).some(
      ([field, value]) => choice[field as keyof SharedChoice] !== value,
    );
    if (!isOther) return;
    // Each of these is the choice of some of them only; the others stay where they are.
    const isOnlyNumbers = Object.keys(chosen).join() === 'numbersFrom';
    const keepsQuestions = chosen.tongue === undefined;
    const link = {
      ...now,
      ...chosen,
      updates: isOnlyNumbers ? { ...now.updates, numbers: null } : OPENING,
      questions: keepsQuestions ? now.questions : { ...ofEach(() => ''), text: now.questions.text },
    };
    const isTraining = SHAPE_TASKS.some((task) => shown[task].getState().phase.kind === 'training');
    if (await go(link, isTraining)) address.push(currentLink(), Object.keys(chosen).join());
  }

  function train(): void {
    const labsThatCan = each.filter((lab) => lab.run.getState().phase.kind !== 'diverged');
    joint.train(labsThatCan, PACES[view.getState().pace]);
  }

  function clampTimestep(timestep: number): number {
    const longest = Math.max(...each.map((lab) => lab.run.getState().task.example.inputs.length));
    return Math.max(0, Math.min(longest - 1, timestep));
  }

  /** Where a lab has learned what it can, whether that was done beforehand or is yet to be. */
  function trainedUpdate(task: TaskKind): number {
    const { exercise } = labs[task].run.getState();
    if (exercise === null) return openingUpdate(task, choice) || ONE_TO_ONE_UPDATE;
    return recommendedUpdates(exercise.recommended, choice.cell);
  }

  /** The same timestep of all: those that have fewer stand at their last. */
  function selectTimestep(timestep: number): void {
    const { selections } = view.getState();
    view.setState({ timestep: clampTimestep(timestep), selections: selections + 1 });
    for (const lab of each) lab.actions.selectTimestep(timestep);
  }

  function setPace(pace: number): void {
    view.setState({ pace });
    joint.changePace(PACES[pace]);
    for (const lab of each) lab.actions.setPace(pace);
  }

  const actions: Side['actions'] = {
    ...labs[FIRST].actions,
    choose: ({ cell, hiddenSize, layers, seed }) => {
      const chosen = Object.entries({ cell, hiddenSize, layers, seed });
      void chooseForAll(Object.fromEntries(chosen.filter(([, value]) => value !== undefined)));
    },
    train,
    pause() {
      joint.pause();
      for (const lab of each) if (!joint.has(lab)) lab.actions.pause();
    },
    reset() {
      joint.end();
      for (const lab of each) lab.actions.reset();
    },
    advance(count) {
      const isJoint = joint.advance(count);
      for (const lab of each) if (!isJoint || !joint.has(lab)) lab.actions.advance(count);
    },
    /** All move as far as the one that stands for them. */
    seek(update) {
      joint.end();
      const distance = update - labs[FIRST].run.getState().snapshot.update;
      for (const lab of each) lab.actions.seek(lab.run.getState().snapshot.update + distance);
    },
    setPace,
    selectTimestep,
    ...createLinkActions(
      environment,
      view,
      address,
      (language) => ({ ...currentLink(), language }),
      formatShapesLink,
    ),
    dismissNotice() {
      linkNotice = null;
      for (const lab of each) lab.actions.dismissNotice();
      run.setState(together(), true);
    },
  };

  /** One that is told to do something by itself is not trained together with the others any more. */
  function ownActions(lab: App): Side['actions'] {
    const { train, pause, advance, reset, seek } = lab.actions;
    const alone =
      <Parameters extends unknown[]>(act: (...parameters: Parameters) => void) =>
      (...parameters: Parameters) => {
        joint.leave(lab);
        act(...parameters);
      };
    return {
      ...lab.actions,
      selectTimestep,
      train: alone(train),
      pause: alone(pause),
      advance: alone(advance),
      reset: alone(reset),
      seek: alone(seek),
    };
  }

  return {
    board,
    all: { config: labs[FIRST].config, run, view, actions },
    labs: ofEach((task) => ({ ...labs[task], run: shown[task], actions: ownActions(labs[task]) })),
    actions: {
      choose: (chosen) => void chooseForAll(chosen),
      setCompared(task, on) {
        const { compared } = board.getState();
        const next = SHAPE_TASKS.filter((other) => (other === task ? on : compared.includes(other)));
        if (next.length > MOST_COMPARED) return;
        board.setState({ compared: next });
        address.replace(currentLink());
        // The next click may lead to another screen.
        address.flush();
      },
      arrange(arrangement) {
        board.setState({ arrangement });
        address.replace(currentLink());
        address.flush();
      },
      goToTrained() {
        joint.end();
        for (const task of SHAPE_TASKS) labs[task].actions.seek(trainedUpdate(task));
      },
      measureDepths(task, on) {
        if (on) depths.measure(task, shown[task].getState());
        else depths.stop(task);
      },
    },
    dispose() {
      goes++;
      for (const stop of stopWatching) stop();
      joint.end();
      address.dispose();
      for (const lab of each) lab.dispose();
      environment.hub.terminate();
    },
  };
}

function jointPhase(runs: readonly Run[]): RunPhase {
  const phases = runs.map(({ phase }) => phase);
  const moving =
    phases.find(({ kind }) => kind === 'training') ?? phases.find(({ kind }) => kind === 'seeking');
  if (moving) return moving;
  return phases.every(({ kind }) => kind === 'diverged') ? phases[0] : { kind: 'paused' };
}
