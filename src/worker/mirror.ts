/** What the page remembers of one run, enough to set it going again in another worker. */
import { partingOf, withChange } from './interventions.ts';
import type { Condition, Intervention, Resume, RunCommand, Sight, Snapshot, Want } from './protocol.ts';

/** Least time (ms) between two resumes of a run in training, and how much one of many bytes adds. */
const RESUME_INTERVAL = 1000;
const RESUME_MS_PER_BYTE = 1 / 16_000;

type Create = Extract<RunCommand, { type: 'create' }>;

/** What the run was last told to do. */
type Goal =
  | { readonly kind: 'stay'; readonly update: number }
  | { readonly kind: 'train'; readonly pace: number | null; readonly until: Condition | null }
  | { readonly kind: 'advance'; readonly to: number };

export interface Mirror {
  readonly created: Create;
  /** What the page wants to see, or null for nothing. */
  include: Sight | null;
  /** Whether the newest snapshot was taken after every command so far. */
  readonly isAnswered: boolean;
  /** Whether the worker still owes something: an answer to a command, or the rest of the way. */
  readonly isBusy: boolean;
  /** Update of the newest snapshot. */
  readonly seen: number;
  /** The update from which it would go on in another worker. */
  readonly restartsAt: number;
  /** Notes a command; pulls from `requestId` on will be answered after it. */
  sent(command: RunCommand, requestId: number): void;
  /** Notes a snapshot that answers the pull `requestId`; false when it is of an earlier run of this id. */
  received(snapshot: Snapshot, requestId: number): boolean;
  /** The next pull's part, or null. `time` in ms. */
  want(time: number): Want | null;
  /** Makes the pulls from `requestId` on ask for a complete snapshot even if nothing happened. */
  askAnew(requestId: number): void;
  /** The commands that set the run going again as it was. Pulls from `requestId` on are answered after them. */
  recreate(requestId: number): RunCommand[];
}

export function createMirror(created: Create, firstRequest: number): Mirror {
  const { runId, config } = created;
  let birth = firstRequest;
  let commandedAt = firstRequest;
  let answeredAt = -1;
  let goal: Goal = { kind: 'stay', update: created.update };
  let snapshot: Snapshot | null = null;
  let resume = created.resume;
  let resumeDue = 0;
  let since = 0;
  let anewAt = firstRequest;
  /** As the worker stamped them; a new one is at the newest known update until then. */
  let interventions: readonly Intervention[] = config.interventions;

  const present = () => snapshot?.update ?? created.update;
  const isAnswered = () => answeredAt >= commandedAt;
  const isResting = () => snapshot !== null && !isMoving(snapshot);

  function sent(command: RunCommand, requestId: number): void {
    commandedAt = requestId;
    switch (command.type) {
      case 'train':
        goal = { kind: 'train', pace: command.pace, until: command.until };
        break;
      case 'advance':
        goal = { kind: 'advance', to: (goal.kind === 'advance' ? goal.to : present()) + command.count };
        break;
      case 'seek':
        goal = { kind: 'stay', update: command.update };
        resume = resumeBefore(Number.POSITIVE_INFINITY, command.update);
        break;
      case 'intervene':
        resume = resumeBefore(present(), present());
        interventions = withChange(interventions, command.change, present());
        if (goal.kind === 'stay') goal = { kind: 'stay', update: present() };
        break;
      case 'rewrite':
        resume = resumeBefore(partingOf(interventions, command.interventions), command.update);
        interventions = command.interventions;
        goal = { kind: 'stay', update: command.update };
        break;
      case 'pause':
        goal = { kind: 'stay', update: present() };
        break;
      case 'create':
      case 'dispose':
        break;
      default:
        command satisfies never;
    }
  }

  /** What of the resume is true of every history that parts from the present one there, on the way to `update`. */
  function resumeBefore(parting: number, update: number): Resume | null {
    if (resume === null || resume.checkpoint.update > update || resume.checkpoint.update >= parting)
      return null;
    const { checkpoint, curve, milestones, breakdown } = resume;
    const points = curve.updates.filter((known) => known < parting).length;
    return {
      checkpoint,
      curve: {
        updates: curve.updates.slice(0, points),
        losses: curve.losses.slice(0, points),
        accuracies: curve.accuracies.slice(0, points),
      },
      milestones: milestones.filter((milestone) => milestone.update < parting),
      ...(breakdown && breakdown.update < parting && { breakdown }),
    };
  }

  function received(next: Snapshot, requestId: number): boolean {
    if (requestId < birth) return false;
    snapshot = next;
    if (requestId >= anewAt) since = next.version;
    answeredAt = requestId;
    if (!isAnswered()) return true;
    interventions = next.interventions;
    if (next.resume !== null) resume = next.resume;
    if (next.phase.kind === 'paused') goal = { kind: 'stay', update: next.update };
    return true;
  }

  function needsResume(time: number): boolean {
    if (snapshot === null || snapshot.phase.kind === 'seeking') return false;
    if (isResting()) {
      const lacksBreakdown = snapshot.phase.kind === 'diverged' && resume?.breakdown === undefined;
      return lacksBreakdown || resume?.checkpoint.update !== snapshot.update;
    }
    return time >= resumeDue;
  }

  function want(time: number): Want | null {
    if (mirror.include === null) return null;
    const wantsResume = needsResume(time);
    if (wantsResume) {
      const bytes = resume?.checkpoint.values.byteLength ?? 0;
      resumeDue = time + RESUME_INTERVAL + bytes * RESUME_MS_PER_BYTE;
    }
    // At rest nothing new comes by itself, so what is missing has to be asked for as if it were new: a resume,
    // or the state after a command whose effect may have been shown in the answer to an earlier pull.
    const isMissing = isResting() && (wantsResume || !isAnswered());
    return {
      runId,
      since: isMissing ? 0 : since,
      include: { ...mirror.include, resume: wantsResume },
    };
  }

  function restartsAt(): number {
    if (goal.kind === 'stay') return goal.update;
    // The last good state, from where the next step diverges as it did.
    if (snapshot?.phase.kind === 'diverged' && isAnswered()) return snapshot.update;
    return resume?.checkpoint.update ?? 0;
  }

  function recreate(requestId: number): RunCommand[] {
    const commands: RunCommand[] = [
      { type: 'create', runId, config: { ...config, interventions }, resume, update: restartsAt() },
    ];
    if (goal.kind === 'train') commands.push({ type: 'train', runId, pace: goal.pace, until: goal.until });
    if (goal.kind === 'advance') {
      commands.push({ type: 'train', runId, pace: null, until: { kind: 'update', update: goal.to } });
    }
    birth = requestId;
    commandedAt = requestId;
    since = 0;
    return commands;
  }

  const mirror: Mirror = {
    created,
    include: null,
    get isAnswered() {
      return isAnswered();
    },
    get isBusy() {
      return mirror.include !== null && (!isAnswered() || !isResting());
    },
    get seen() {
      return present();
    },
    get restartsAt() {
      return restartsAt();
    },
    sent,
    received,
    want,
    askAnew(requestId) {
      since = 0;
      anewAt = requestId;
    },
    recreate,
  };
  return mirror;
}

function isMoving({ phase }: Snapshot): boolean {
  return phase.kind === 'training' || phase.kind === 'seeking';
}
