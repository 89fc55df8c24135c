/** Trains several labs together: each by as many updates as the others, wherever it stands. */
import type { App } from '../app/app.ts';
import { LIMITS } from '../state/config.ts';
import { createRunStore, type Run } from '../state/run.ts';
import { type Clock, createLockstep, type Follower, type Lockstep } from './lockstep.ts';

export type JointLab = Pick<App, 'run' | 'actions'>;

export interface JointTrainingOptions {
  readonly clock: Clock;
  /** Where a lab is, or where it is going. */
  readonly placeOf: (lab: JointLab) => number;
  /** Others are trained together than before. */
  readonly onChange: () => void;
}

export interface JointTraining {
  /** Whether a lab is one of those that are trained together now. */
  has(lab: JointLab): boolean;
  /** Updates per second of each, null for as many as can be. */
  train(labs: readonly JointLab[], pace: number | null): void;
  changePace(pace: number | null): void;
  /** They end where all have had as many updates. */
  pause(): void;
  /** `count` more updates of each. False where none is trained. */
  advance(count: number): boolean;
  /** One of them goes its own way. */
  leave(lab: JointLab): void;
  /** Each goes its own way. */
  end(): void;
}

/** Every lab shows what it does on the way, so that meetings (ms apart) may be rare: they cost as much as many updates. */
const WAY = 800;

interface Group {
  readonly lockstep: Lockstep;
  readonly labs: readonly JointLab[];
  /** The updates from which the lockstep counts. */
  readonly bases: readonly number[];
  readonly stop: () => void;
}

export function createJointTraining({ clock, placeOf, onChange }: JointTrainingOptions): JointTraining {
  let group: Group | null = null;
  let pace: number | null = null;

  function end(): void {
    if (group === null) return;
    group.stop();
    group = null;
    onChange();
  }

  function train(labs: readonly JointLab[], bases: readonly number[]): void {
    end();
    if (labs.length === 0) return;
    const followers = labs.map((lab, index) => countedFrom(bases[index], lab));
    const lockstep = createLockstep({
      followers,
      clock,
      target: 0,
      way: WAY,
      onChange: (isMeeting) => {
        if (isMeeting && !lockstep.isTraining && group?.lockstep === lockstep) end();
      },
    });
    const stop = () => {
      lockstep.dispose();
      for (const follower of followers) follower.stop();
    };
    lockstep.restartAt(0);
    lockstep.train(pace, LIMITS.update.max - Math.max(...bases));
    group = { lockstep, labs, bases, stop };
    onChange();
  }

  return {
    has: (lab) => group?.labs.includes(lab) ?? false,
    train(labs, next) {
      pace = next;
      train(labs, labs.map(placeOf));
    },
    changePace(next) {
      pace = next;
      group?.lockstep.changePace(pace);
    },
    pause: () => group?.lockstep.pause(),
    advance(count) {
      group?.lockstep.advance(count);
      return group !== null;
    },
    leave(lab) {
      if (group === null || !group.labs.includes(lab)) return;
      const { lockstep, labs, bases } = group;
      const others = labs.filter((other) => other !== lab);
      // All go on from where they would have met.
      const meeting = others.map((other) => bases[labs.indexOf(other)] + lockstep.target);
      if (lockstep.isTraining) train(others, meeting);
      else end();
    },
    end,
  };
}

/** A lab whose updates count from `base`. */
function countedFrom(base: number, lab: JointLab): Follower & { readonly stop: () => void } {
  const counted = (run: Run): Run => {
    const { snapshot } = run;
    return { ...run, snapshot: { ...snapshot, update: snapshot.update - base } };
  };
  const run = createRunStore(counted(lab.run.getState()));
  return {
    run,
    actions: { seek: (update) => lab.actions.seek(base + update) },
    stop: lab.run.subscribe((now) => run.setState(counted(now), true)),
  };
}
