/** Wires five labs side by side, one for each shape, on one worker. Knows nothing of React. */
import { type App, createApp } from './app.ts';
import { createLabAddress, type LabScreenEnvironment, type Side, unreadIn } from './labScreen.ts';
import { createLinkActions } from './linkActions.ts';
import type { TaskKind } from './state/config.ts';
import type { FetchFile } from './state/pretrained.ts';
import { createRunStore, type Run } from './state/run.ts';
import {
  type BoardStore,
  createBoardStore,
  MOST_COMPARED,
  type OfEach,
  ofEach,
  openingUpdate,
  SHAPE_TASKS,
  type ShapesActions,
  type ShapesLink,
  type ShapesReading,
  type SharedChoice,
  shapeConfig,
} from './state/shapes.ts';
import { formatShapesLink } from './state/shapesUrl.ts';
import { DEFAULT_LINK, type Link, type LinkReading } from './state/url.ts';
import { createViewStore, DEFAULT_VIEW } from './state/view.ts';
import { createTrainedStates } from './trainedStates.ts';
import type { RunPhase } from './worker/protocol.ts';

/** What the screen needs of the browser, so that it can be tested without one. Exercises have to be loaded. */
export interface ShapesEnvironment extends LabScreenEnvironment<ShapesLink> {
  /** Of a state that was trained beforehand. */
  readonly fetchFile: FetchFile;
}

export interface Shapes {
  readonly board: BoardStore;
  /** All of them: what moves all at once, and whether any moves. Its picture is that of one-to-many. */
  readonly all: Side;
  readonly labs: OfEach<Side>;
  readonly actions: ShapesActions;
  dispose(): void;
}

/** The one that stands for all where one has to. */
const FIRST: TaskKind = 'captions';
const IN_LABS = ['cell', 'hiddenSize', 'layers', 'seed'] as const;

export async function createShapes(environment: ShapesEnvironment): Promise<Shapes> {
  const address = environment.openAddress((reading) => void follow(reading));
  const opened = address.read();
  const states = createTrainedStates(environment.fetchFile);
  let choice = choiceIn(opened.link);
  let linkNotice = unreadIn(opened);
  let languageInLink = opened.link.language !== null;
  /** While all labs are sent somewhere the present entry of the history stays as it is. */
  let isGoing = true;
  let goes = 0;
  /** By lab, what it says of itself, and what makes it follow a link. */
  const places = new Map<TaskKind, Link>();
  const followers = new Map<TaskKind, (reading: LinkReading) => void>();

  const untrained = await states.load(choice);
  const labs = ofEach((task) => openLab(task, labLink(task, opened.link, choice)));
  const each = SHAPE_TASKS.map((task) => labs[task]);
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
    untrained,
    depths: ofEach(() => []),
  });
  const run = createRunStore(together());
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
        if (now.examination !== before.examination) measureDepth(task, now);
        run.setState(together(), true);
      }),
    ),
  ];

  function choiceIn({ cell, hiddenSize, layers, seed, tongue, language }: ShapesLink): SharedChoice {
    return { cell, hiddenSize, layers, seed, tongue: tongue ?? language ?? environment.language };
  }

  function labLink(task: TaskKind, link: ShapesLink, shared: SharedChoice): Link {
    return {
      ...DEFAULT_LINK,
      config: shapeConfig(task, shared),
      update: link.updates[task] ?? (untrained.includes(task) ? 0 : openingUpdate(task, shared)),
      question: link.questions[task],
      pace: link.pace,
    };
  }

  function openLab(task: TaskKind, link: Link): App {
    const tell = (method: 'replace' | 'remember') => (place: Link) => {
      places.set(task, place);
      if (!isGoing) address[method](currentLink());
    };
    places.set(task, link);
    return createApp({
      ...environment,
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
      resumes: { load: async (key) => states.get(key), save: () => undefined },
    });
  }

  function currentLink(): ShapesLink {
    const { timestep, pace, language } = view.getState();
    const updateOf = (task: TaskKind) => places.get(task)?.update ?? 0;
    return {
      ...choice,
      updates: ofEach((task) => (updateOf(task) === openingUpdate(task, choice) ? null : updateOf(task))),
      questions: ofEach((task) => places.get(task)?.question ?? ''),
      timestep,
      pace,
      compared: board.getState().compared,
      language: languageInLink ? language : null,
    };
  }

  function together(): Run {
    const runs = each.map((lab) => lab.run.getState());
    const told = runs.find(({ notice }) => notice !== null)?.notice ?? null;
    return {
      ...labs[FIRST].run.getState(),
      phase: jointPhase(runs),
      preparing: runs.some(({ preparing }) => preparing),
      notice: told ?? linkNotice,
      textNotice: null,
    };
  }

  /** Sends all labs where a link says; those that have another configuration start with it. */
  async function go(link: ShapesLink, isTraining = false): Promise<boolean> {
    const mine = ++goes;
    const next = choiceIn(link);
    const failed = await states.load(next);
    if (mine !== goes) return false;
    const isOther = [...IN_LABS, 'tongue' as const].some((field) => next[field] !== choice[field]);
    const staysMeasured = IN_LABS.every((field) => field === 'layers' || next[field] === choice[field]);
    isGoing = true;
    choice = next;
    untrained.splice(0, untrained.length, ...failed);
    board.setState({
      choice,
      compared: link.compared,
      untrained: [...failed],
      ...(!staysMeasured && { depths: ofEach(() => []) }),
    });
    for (const task of SHAPE_TASKS) {
      const target = labLink(task, link, choice);
      places.set(task, target);
      followers.get(task)?.({ link: target, unread: [] });
    }
    selectTimestep(link.timestep);
    isGoing = false;
    if (isOther && isTraining) train();
    return true;
  }

  async function follow({ link, unread }: ShapesReading): Promise<void> {
    linkNotice = unreadIn({ link, unread });
    if (!(await go(link))) return;
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
    const keepsQuestions = chosen.tongue === undefined;
    const link = {
      ...now,
      ...chosen,
      updates: ofEach(() => null),
      questions: keepsQuestions ? now.questions : ofEach(() => ''),
    };
    const isTraining = each.some((lab) => lab.run.getState().phase.kind === 'training');
    if (await go(link, isTraining)) address.push(currentLink(), Object.keys(chosen).join());
  }

  /** The same network with another number of layers is another measurement of the same. */
  function measureDepth(task: TaskKind, { examination, exercise, model, preparing }: Run): void {
    if (examination === null || exercise === null || preparing || model.layers !== choice.layers) return;
    const { depths } = board.getState();
    const others = depths[task].filter(({ layers }) => layers !== model.layers);
    const measured = [...others, { layers: model.layers, examination }].sort(
      (one, other) => one.layers - other.layers,
    );
    board.setState({ depths: { ...depths, [task]: measured } });
  }

  function train(): void {
    for (const lab of each) if (lab.run.getState().phase.kind !== 'diverged') lab.actions.train();
  }

  function clampTimestep(timestep: number): number {
    const longest = Math.max(...each.map((lab) => lab.run.getState().task.example.inputs.length));
    return Math.max(0, Math.min(longest - 1, timestep));
  }

  /** The same timestep of all: those that have fewer stand at their last. */
  function selectTimestep(timestep: number): void {
    const { selections } = view.getState();
    view.setState({ timestep: clampTimestep(timestep), selections: selections + 1 });
    for (const lab of each) lab.actions.selectTimestep(timestep);
  }

  function setPace(pace: number): void {
    view.setState({ pace });
    for (const lab of each) lab.actions.setPace(pace);
  }

  const everyLab = (act: (lab: App) => void) => () => {
    for (const lab of each) act(lab);
  };
  const actions: Side['actions'] = {
    ...labs[FIRST].actions,
    choose: ({ cell, hiddenSize, layers, seed }) => {
      const chosen = Object.entries({ cell, hiddenSize, layers, seed });
      void chooseForAll(Object.fromEntries(chosen.filter(([, value]) => value !== undefined)));
    },
    train,
    pause: everyLab((lab) => lab.actions.pause()),
    reset: everyLab((lab) => lab.actions.reset()),
    advance(count) {
      for (const lab of each) lab.actions.advance(count);
    },
    /** All move as far as the one that stands for them. */
    seek(update) {
      const distance = update - labs[FIRST].run.getState().snapshot.update;
      for (const lab of each) lab.actions.seek(lab.run.getState().snapshot.update + distance);
    },
    setPace,
    selectTimestep,
    ...createLinkActions(environment, () => formatShapesLink(currentLink())),
    dismissNotice() {
      linkNotice = null;
      for (const lab of each) lab.actions.dismissNotice();
      run.setState(together(), true);
    },
  };

  return {
    board,
    all: { config: labs[FIRST].config, run, view, actions },
    labs: ofEach((task) => ({ ...labs[task], actions: { ...labs[task].actions, selectTimestep } })),
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
      goToTrained() {
        for (const task of SHAPE_TASKS) labs[task].actions.seek(openingUpdate(task, choice));
      },
    },
    dispose() {
      goes++;
      for (const stop of stopWatching) stop();
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
