/** Wires three labs side by side: one worker, one text, one update, one timestep. Knows nothing of React. */
import { type App, createApp } from '../app/app.ts';
import { createLinkActions } from '../app/linkActions.ts';
import {
  type CellsActions,
  type CellsLink,
  type CellsReading,
  type Comparison,
  type Contender,
  createTogetherStore,
  type Three,
  type TogetherStore,
  three,
} from '../state/cells.ts';
import { formatCellsLink } from '../state/cellsUrl.ts';
import type { Config } from '../state/config.ts';
import { createRunStore, type Notice, type Run } from '../state/run.ts';
import { DEFAULT_LINK, type LinkReading } from '../state/url.ts';
import { createViewStore, DEFAULT_VIEW, PACES } from '../state/view.ts';
import { readText } from '../tasks/text.ts';
import type { RunPhase } from '../worker/protocol.ts';
import { configsOf } from './equalSizes.ts';
import {
  createJointNotice,
  createLabAddress,
  type LabScreenEnvironment,
  type Side,
  unreadIn,
} from './labScreen.ts';
import { type Clock, createLockstep, isOut } from './lockstep.ts';
import { createSweep, type SweepMemory, type SweepRunner } from './sweep.ts';

/** What the screen needs of the browser, so that it can be tested without one. */
export interface CellsEnvironment extends LabScreenEnvironment<CellsLink> {
  readonly clock: Clock;
  /** Where it is kept what the screen has measured; without it by the page. */
  readonly sweepMemory?: SweepMemory;
}

export interface Cells {
  readonly together: TogetherStore;
  /** All of them: what they have in common, the first one's picture, and what moves all at once. */
  readonly all: Side;
  /** Each by itself. Their pictures are always of one and the same update. */
  readonly labs: Three<Side>;
  readonly actions: CellsActions;
  /** How long each cell takes to remember, measured on the same worker. */
  readonly sweep: SweepRunner;
  dispose(): void;
}

/** As long as the page is open. */
const SWEEP_MEMORY: SweepMemory = { kept: undefined };

const FASTEST = PACES.length - 1;

export function createCells(environment: CellsEnvironment): Cells {
  const address = environment.openAddress(follow);
  const opened = address.read();
  let { hiddenSize, equal } = opened.link.comparison;
  let languageInLink = opened.link.language !== null;
  let textNotice: Notice | null = null;
  let linkNotice = unreadIn(opened);
  const jointNotice = createJointNotice();
  /** While a choice is carried out the present entry of the history stays as it is. */
  let isGoing = false;
  /** By lab, what makes it follow a link. */
  const followers: ((reading: LinkReading) => void)[] = [];

  const configs = configsOf(opened.link.comparison);
  const labs = three((index) => openLab(index, configs[index], opened.link.update));
  /** What is seen of each: it changes when all of them are there. */
  const shown = three((index) => createRunStore(labs[index].run.getState()));

  const view = createViewStore({
    ...DEFAULT_VIEW,
    timestep: clampTimestep(opened.link.timestep),
    pace: opened.link.pace,
    language: opened.link.language ?? environment.language,
    theme: environment.theme,
  });
  const together = createTogetherStore({
    comparison: comparison(),
    looks: opened.link.looks,
    target: opened.link.update,
    underway: [null, null, null],
  });
  const run = createRunStore({ ...shown[0].getState(), notice: linkNotice });
  const lockstep = createLockstep({
    followers: labs,
    clock: environment.clock,
    target: opened.link.update,
    onChange: publish,
  });
  const sweep = createSweep({
    hub: environment.hub,
    clock: environment.clock,
    choice: opened.link.recall,
    memory: environment.sweepMemory ?? SWEEP_MEMORY,
    onChoice: (field) => address.push(currentLink(), `recall ${field}`),
  });
  publish(false);

  const stopWatching = [
    ...labs.map((lab) => lab.config.subscribe(() => together.setState({ comparison: comparison() }))),
    view.subscribe((now, before) => {
      if (now.language !== before.language) languageInLink = true;
      if (now.language !== before.language || now.timestep !== before.timestep || now.pace !== before.pace) {
        address.replace(currentLink());
      }
    }),
  ];

  function openLab(index: number, config: Config, update: number): App {
    return createApp({
      ...environment,
      connect: environment.hub.connect,
      openAddress: (onChange) => {
        followers[index] = onChange;
        const link = { ...DEFAULT_LINK, config, update, pace: FASTEST };
        return createLabAddress(link, { push: (_, field) => address.push(currentLink(), field) });
      },
      resumes: { load: async () => null, save: () => undefined },
    });
  }

  function comparison(): Comparison {
    const { text, letterUnit } = labs[0].config.getState();
    return { text, letterUnit, hiddenSize, equal, contenders: three((index) => contenderOf(labs[index])) };
  }

  function currentLink(): CellsLink {
    const { timestep, pace, language } = view.getState();
    return {
      comparison: comparison(),
      update: lockstep.target,
      timestep,
      pace,
      looks: together.getState().looks,
      recall: sweep.store.getState().choice,
      language: languageInLink ? language : null,
    };
  }

  /** What there is to say above all labs: what is refused of one is said in its row. */
  function noticeOfAll(): Notice | null {
    const told = labs.map((lab) => {
      const { notice } = lab.run.getState();
      return { notice: notice?.kind === 'refused' ? null : notice, nameOf: (key: string) => key };
    });
    return jointNotice(linkNotice, told);
  }

  /** Shows what there is to show: pictures only where all belong to one update. */
  function publish(isMeeting: boolean): void {
    const runs = labs.map((lab) => lab.run.getState());
    const { target, isTraining, until } = lockstep;
    if (isMeeting) {
      for (const [index, store] of shown.entries()) store.setState(runs[index], true);
      if (clampTimestep(view.getState().timestep) !== view.getState().timestep) {
        view.setState({ timestep: clampTimestep(view.getState().timestep) });
      }
    }
    together.setState({
      target,
      underway: three((index) => {
        const { snapshot, phase, preparing } = runs[index];
        const isThere = (snapshot.update === target && !preparing) || isOut(runs[index], target);
        if (isThere || isTraining) return null;
        return preparing ? 0 : phase.kind === 'seeking' ? snapshot.update : null;
      }),
    });
    run.setState(
      {
        ...shown[0].getState(),
        phase: phaseOf(runs, isMeeting),
        until: isTraining && until !== null ? { kind: 'update', update: until } : null,
        met: null,
        ordered: null,
        branches: [],
        preparing: !isMeeting && !isTraining,
        textNotice: textNotice ?? runs[0].textNotice,
        notice: noticeOfAll(),
      },
      true,
    );
    if (isMeeting && !isGoing) {
      if (isTraining) address.remember(currentLink());
      else address.replace(currentLink());
    }
  }

  function phaseOf(runs: readonly Run[], isMeeting: boolean): RunPhase {
    const { target, isTraining } = lockstep;
    if (isTraining) return { kind: 'training' };
    const isAway = runs.some((run) => run.snapshot.update !== target && !isOut(run, target));
    const shownUpdate = shown[0].getState().snapshot.update;
    if (!isMeeting && isAway) return { kind: 'seeking', target, from: Math.min(shownUpdate, target) };
    return runs.every(({ phase }) => phase.kind === 'diverged') ? runs[0].phase : { kind: 'paused' };
  }

  function clampTimestep(timestep: number): number {
    const { inputs } = labs[0].run.getState().task.example;
    return Math.max(0, Math.min(inputs.length - 1, timestep));
  }

  /** Sends every lab to its part of a comparison: where it has another start, with a run of its own. */
  function go(next: Comparison, update: number): void {
    ({ hiddenSize, equal } = next);
    isGoing = true;
    for (const [index, config] of configsOf(next).entries()) {
      followers[index]({ link: { ...DEFAULT_LINK, config, update, pace: FASTEST }, unread: [] });
    }
    lockstep.restartAt(update);
    together.setState({ comparison: comparison() });
    isGoing = false;
  }

  /** What all have in common is another: everything begins anew. */
  function chooseForAll(choice: Partial<Config>, field: string): void {
    const now = comparison();
    const text = choice.text ?? now.text;
    const letterUnit = choice.letterUnit ?? now.letterUnit;
    const isTooShort = readText(text, letterUnit).kind === 'tooShort';
    textNotice = isTooShort ? { kind: 'tooShort' } : null;
    if (isTooShort) {
      run.setState({ textNotice });
      return;
    }
    const { seed, layers, optimizer, cell } = choice;
    const own = Object.fromEntries(
      Object.entries({ seed, layers, optimizer, cell }).filter(([, value]) => value !== undefined),
    );
    const contenders = three((index) => ({ ...now.contenders[index], ...own, interventions: [] }));
    go({ ...now, text, letterUnit, hiddenSize: choice.hiddenSize ?? hiddenSize, contenders }, 0);
    address.push(currentLink(), field);
  }

  function follow({ link, unread }: CellsReading): void {
    textNotice = null;
    go(link.comparison, link.update);
    together.setState({ looks: link.looks });
    sweep.follow(link.recall);
    view.setState({
      timestep: clampTimestep(link.timestep),
      pace: link.pace,
      ...(link.language && { language: link.language }),
    });
    linkNotice = unreadIn({ link, unread });
    run.setState({ notice: noticeOfAll() });
  }

  function selectTimestep(timestep: number): void {
    const { selections } = view.getState();
    view.setState({ timestep: clampTimestep(timestep), selections: selections + 1 });
  }

  const shared: Side['actions'] = {
    ...labs[0].actions,
    setText: (text) => chooseForAll({ text }, 'text'),
    choose: (choice) => chooseForAll(choice, Object.keys(choice).join()),
    openSlide: null,
    setLearningRate: (value) => {
      for (const lab of labs) lab.actions.setLearningRate(value);
    },
    train: () => lockstep.train(PACES[view.getState().pace], null),
    pause: () => lockstep.pause(),
    advance: (count) => lockstep.advance(count),
    trainUntil(condition) {
      if (condition.kind === 'update') lockstep.train(PACES[view.getState().pace], condition.update);
    },
    seek: (update) => lockstep.seek(update),
    reset() {
      for (const lab of labs) lab.actions.reset();
      lockstep.pause();
      lockstep.restartAt(0);
      address.push(currentLink(), 'reset');
    },
    setPace(pace) {
      view.setState({ pace });
      lockstep.changePace(PACES[pace]);
    },
    selectTimestep,
    ...createLinkActions(
      environment,
      view,
      address,
      (language) => ({ ...currentLink(), language }),
      formatCellsLink,
    ),
    dismissNotice() {
      linkNotice = null;
      for (const lab of labs) lab.actions.dismissNotice();
      run.setState({ notice: null });
    },
  };

  return {
    together,
    all: { config: labs[0].config, run, view, actions: shared },
    labs: three((index) => ({
      config: labs[index].config,
      run: shown[index],
      view,
      actions: { ...shared, ...ownActions(labs[index]), choose: (choice) => change(index, choice) },
    })),
    actions: {
      setEqual(next) {
        go({ ...comparison(), equal: next }, 0);
        address.push(currentLink(), 'equal');
      },
      look(looks) {
        together.setState({ looks: { ...together.getState().looks, ...looks } });
        address.replace(currentLink());
      },
      change,
    },
    sweep,
    dispose() {
      sweep.dispose();
      for (const stop of stopWatching) stop();
      lockstep.dispose();
      address.dispose();
      for (const lab of labs) lab.dispose();
      environment.hub.terminate();
    },
  };

  /** What acts on one lab alone even among others. */
  function ownActions({ actions }: App) {
    const { intervene, removeIntervention, setLearningRate, forgetBranch, want } = actions;
    return {
      intervene,
      removeIntervention,
      setLearningRate,
      forgetBranch,
      want,
      /** An earlier future was left at an update of its own: it comes to that of the others. */
      returnTo(branch: number) {
        actions.returnTo(branch);
        lockstep.restartAt(lockstep.target);
      },
    };
  }

  function change(index: number, choice: Partial<Contender>): void {
    const now = comparison();
    const contenders = three((other) =>
      other === index ? { ...now.contenders[other], interventions: [], ...choice } : now.contenders[other],
    );
    go({ ...now, contenders }, lockstep.target);
    address.push(currentLink(), `${index} ${Object.keys(choice).join()}`);
  }
}

function contenderOf({ config }: App): Contender {
  const { cell, gateBias, optimizer, learningRate, seed, layers, interventions } = config.getState();
  return { cell, gateBias, optimizer, learningRate, seed, layers, interventions };
}
