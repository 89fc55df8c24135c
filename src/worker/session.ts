/** The worker's brain as a plain object: several runs, served fairly, answering the page's pulls. */
import { createTrainer } from '../engine/index.ts';
import { type CheckpointPool, createCheckpointPool } from './checkpoints.ts';
import { type Candidate, isResting, nextExaminee } from './examinee.ts';
import type { Insight } from './insight.ts';
import type { Command, Reply, Snapshot, Want } from './protocol.ts';
import { createRun, type Run } from './run.ts';
import { needsInsight, takeSnapshot, transferables } from './snapshot.ts';

/** Largest part of the time that goes into snapshots while there is work: a long text's trace is megabytes. */
const SNAPSHOT_SHARE = 1 / 30;
/** However much a snapshot costs, training is seen to move this often (ms). */
const LONGEST_QUIET = 250;

/** Of the way of a shorter replay (ms) nothing is shown; longer ones are preceded by a picture of where they begin. */
const LONG_REPLAY = 100;

/** What examinations may take beside training, as a part of its time, and at most at once (ms). */
const EXAMINATION_SHARE = 1 / 5;
const EXAMINATION_SLICE = 8;

export interface SessionOptions {
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Calls `resume` in a later task, after `delay` milliseconds; messages that wait are let in before. */
  readonly yieldControl: (resume: () => void, delay: number) => void;
  /** Sends a reply to the page and gives the memory of `transfer` away. */
  readonly post: (reply: Reply, transfer: ArrayBuffer[]) => void;
  /** Or how to get it when a pull first wants what only it can find; pictures do without where there is none. */
  readonly insight?: Insight | (() => Promise<Insight>);
  readonly createTrainer?: typeof createTrainer;
  /** Where the runs keep moments to go back to. */
  readonly pool?: CheckpointPool;
}

export interface Session {
  /** Takes one message from the page. */
  receive(command: Command): void;
}

interface Member extends Candidate {
  readonly close: () => void;
  version: number;
  /** Milliseconds of work it has had, on the scale of the others. */
  served: number;
  /** Until then nothing is shown of a replay. */
  hiddenUntil: number;
}

export function createSession(options: SessionOptions): Session {
  const { now, yieldControl, post, pool = createCheckpointPool() } = options;
  const members = new Map<number, Member>();
  let version = 0;
  let waiting: Extract<Command, { type: 'pull' }> | null = null;
  let insight = typeof options.insight === 'object' ? options.insight : null;
  /** Where to get it, until that was tried. */
  let source = typeof options.insight === 'function' ? options.insight : null;
  let isLoading = false;
  /** The page's last wishes, answered or not. */
  let wants: readonly Want[] = [];
  /** Time (ms) that examinations may take of training. */
  let credit = 0;
  let turns = 0;
  /** No answer before, as long as there is work. */
  let quietUntil = 0;
  /** When the coming slice starts; a ticket makes an earlier appointment void. */
  let appointment = Number.POSITIVE_INFINITY;
  let ticket = 0;

  function create({ runId, config, resume, update }: Extract<Command, { type: 'create' }>): void {
    dispose(runId);
    const checkpoints = pool.open();
    try {
      const run = createRun({
        config,
        resume,
        update,
        checkpoints,
        now,
        createTrainer: options.createTrainer ?? createTrainer,
      });
      const member = {
        run,
        close: checkpoints.close,
        version: ++version,
        served: 0,
        turn: 0,
        hiddenUntil: 0,
      };
      joinQueue(member);
      members.set(runId, member);
    } catch (error) {
      checkpoints.close();
      post({ type: 'failed', runId, message: error instanceof Error ? error.message : String(error) }, []);
    }
  }

  function dispose(runId: number): void {
    members.get(runId)?.close();
    members.delete(runId);
  }

  /** Makes a run the equal of those at work, however long it rested. */
  function joinQueue(member: Member): void {
    const busy = [...members.values()].filter((other) => other !== member && other.run.wait() === 0);
    if (busy.length > 0) member.served = Math.min(...busy.map((other) => other.served));
  }

  function tell(runId: number, order: (run: Run, member: Member) => void): void {
    const member = members.get(runId);
    if (member === undefined) return;
    const wasInQueue = member.run.wait() === 0;
    order(member.run, member);
    member.version = ++version;
    // One order after the other must not send it to the end of the queue again and again.
    if (!wasInQueue) joinQueue(member);
  }

  function intervene({ runId, change }: Extract<Command, { type: 'intervene' }>, run: Run): void {
    const loss = run.intervene(change);
    if (loss !== null) post({ type: 'refused', runId, change, loss }, []);
  }

  function rewrite(command: Extract<Command, { type: 'rewrite' }>, run: Run): void {
    const impossible = run.rewrite(command.interventions, command.update);
    if (impossible === null) return;
    const { update: _, ...change } = impossible;
    post({ type: 'refused', runId: command.runId, change, loss: Number.NaN }, []);
  }

  function answer(): void {
    if (waiting === null || isWithoutInsight(waiting.wants)) return;
    const start = now();
    if (start < quietUntil && isWorking() && !waiting.wants.some(hasComeToRest)) return;
    const snapshots = waiting.wants.flatMap(snapshotIfNew);
    if (snapshots.length === 0) return;
    const { requestId } = waiting;
    waiting = null;
    post({ type: 'snapshots', requestId, snapshots }, snapshots.flatMap(transferables));
    const end = now();
    quietUntil = end + Math.min((end - start) / SNAPSHOT_SHARE, LONGEST_QUIET);
  }

  /** Whether an answer has to wait for what finds part of it. */
  function isWithoutInsight(wanted: readonly Want[]): boolean {
    if (source === null || !wanted.some(({ include }) => needsInsight(include))) return false;
    if (!isLoading) void load(source);
    return true;
  }

  async function load(insightSource: () => Promise<Insight>): Promise<void> {
    isLoading = true;
    insight = await insightSource().catch(() => null);
    source = null;
    answer();
    makeAppointment();
  }

  function isWorking(): boolean {
    return [...members.values()].some((member) => member.run.wait() === 0);
  }

  /** What comes once and then no more is shown at once. */
  function hasComeToRest({ runId, since }: Want): boolean {
    const member = members.get(runId);
    return member !== undefined && member.version > since && isResting(member.run);
  }

  function snapshotIfNew({ runId, since, include }: Want): Snapshot[] {
    const member = members.get(runId);
    if (member === undefined || member.version <= since || isHidden(member)) return [];
    member.run.chooseWay();
    return [takeSnapshot(runId, member.version, member.run, include, insight)];
  }

  function isHidden({ run, hiddenUntil }: Member): boolean {
    return run.phase.kind === 'seeking' && now() < hiddenUntil;
  }

  /** Back to an earlier update. */
  function seek(member: Member, update: number): void {
    if (update < member.run.trainer.update) member.hiddenUntil = now() + LONG_REPLAY;
    member.run.seek(update);
  }

  /** One slice of the run that has work and was served least. */
  function serve(): void {
    let next: Member | null = null;
    for (const member of members.values()) {
      if (member.run.wait() === 0 && (next === null || member.served < next.served)) next = member;
    }
    if (next !== null) {
      const start = now();
      if (next.run.chooseWay() > LONG_REPLAY) {
        next.hiddenUntil = 0;
        next.version = ++version;
        answer();
      }
      next.run.work();
      const time = now() - start;
      next.served += time;
      next.version = ++version;
      answer();
      credit = Math.min(credit + time * EXAMINATION_SHARE, EXAMINATION_SLICE);
      credit -= examine(credit);
    } else {
      completePicture();
      examine(EXAMINATION_SLICE);
    }
    appointment = Number.POSITIVE_INFINITY;
    makeAppointment();
  }

  /** A run at rest of which the page waits to see more. */
  function incomplete(): Member | undefined {
    const wants = waiting?.wants.filter(({ include }) => include.reach !== null) ?? [];
    return wants
      .map(({ runId }) => members.get(runId))
      .find((member) => member && insight?.hasMoreToFind(member.run));
  }

  /** One slice of what takes longer than an answer may. */
  function completePicture(): void {
    const member = incomplete();
    if (member === undefined || !insight?.findMore(member.run, now)) return;
    member.version = ++version;
    answer();
  }

  /** Examines for about `time` (ms); returns how long it took. */
  function examine(time: number): number {
    const member = time > 0 ? nextExaminee(wants, members) : null;
    if (member === null) return 0;
    const start = now();
    member.turn = ++turns;
    const isFinished = member.run.examinations.work(start + time);
    const taken = now() - start;
    if (isFinished) {
      member.version = ++version;
      answer();
    }
    return taken;
  }

  function makeAppointment(): void {
    const isUnfinished = incomplete() !== undefined || nextExaminee(wants, members) !== null;
    const wait = isUnfinished ? 0 : Math.min(...[...members.values()].map((member) => member.run.wait()));
    if (wait === Number.POSITIVE_INFINITY) return;
    const time = now();
    if (appointment < time + wait + 1) return;
    appointment = time + wait;
    const mine = ++ticket;
    yieldControl(() => {
      if (mine === ticket) serve();
    }, wait);
  }

  function receive(command: Command): void {
    switch (command.type) {
      case 'create':
        create(command);
        break;
      case 'train':
        tell(command.runId, (run) => run.train(command.pace, command.until));
        break;
      case 'pause':
        tell(command.runId, (run) => run.pause());
        break;
      case 'advance':
        tell(command.runId, (run) => run.advance(command.count));
        break;
      case 'seek':
        tell(command.runId, (_, member) => seek(member, command.update));
        break;
      case 'intervene':
        tell(command.runId, (run) => intervene(command, run));
        break;
      case 'rewrite':
        tell(command.runId, (run) => rewrite(command, run));
        break;
      case 'dispose':
        dispose(command.runId);
        break;
      case 'pull':
        waiting = command;
        wants = command.wants;
        break;
      case 'ping':
        post({ type: 'pong' }, []);
        break;
      default:
        command satisfies never;
    }
    // The next slice knows where a seek leads; the picture from before is of no use.
    const leads = command.type === 'seek' || command.type === 'rewrite';
    if (!leads || !isWorking()) answer();
    makeAppointment();
  }

  return { receive };
}
