/** Trains a configuration as a page does, in a worker's session without a thread, and writes the state as a file. */
import { deflateRawSync } from 'node:zlib';
import { askedSubject } from '../../src/app/opening.ts';
import { countParameters } from '../../src/engine/index.ts';
import { BYTES_PER_SINGLE, type Head, type Pretrained } from '../../src/state/pretrained.ts';
import { modelOf, runConfigOf } from '../../src/state/start.ts';
import { exerciseFor } from '../../src/tasks/questions.ts';
import type { Resume, Snapshot } from '../../src/worker/protocol.ts';
import { createSession } from '../../src/worker/session.ts';
import { NOTHING } from '../include.ts';

/** No more points of the curve than a small chart shows. */
const MOST_POINTS = 128;

export interface TrainedState {
  readonly resume: Resume;
  readonly examination: Snapshot['examination'];
  /** How many of the numbers of a checkpoint are parameters. */
  readonly parameters: number;
}

export function trainState({ config, update }: Omit<Pretrained, 'file'>): TrainedState {
  if (config.task === 'text') throw new Error('a text is trained on the page');
  const exercise = exerciseFor({ ...config, task: config.task });
  const subject = askedSubject(exercise, '');
  const work: (() => void)[] = [];
  const snapshots: Snapshot[] = [];
  let time = 0;
  const session = createSession({
    now: () => ++time,
    yieldControl: (resume) => work.push(resume),
    post: (reply) => {
      if (reply.type === 'snapshots') snapshots.push(...reply.snapshots);
      if (reply.type === 'failed') throw new Error(reply.message);
    },
  });
  const include = { ...NOTHING, curve: true, resume: true, examination: true };
  session.receive({ type: 'create', runId: 1, config: runConfigOf(config, subject), resume: null, update });
  for (let since = 0, requestId = 1; ; requestId++) {
    session.receive({ type: 'pull', requestId, wants: [{ runId: 1, since, include }] });
    while (snapshots.length < requestId) {
      const next = work.shift();
      if (next === undefined) throw new Error('the session rests without an answer');
      next();
    }
    const { phase, resume, examination, version, update: at } = snapshots[requestId - 1];
    since = version;
    if (phase.kind === 'paused' && resume !== null && examination?.update === at && at === update) {
      return { resume, examination, parameters: countParameters(modelOf(config, subject.task)) };
    }
  }
}

export function encodeState({ checkpoint, curve, milestones }: Resume, parameters: number): Uint8Array {
  const { update, learningRate, values } = checkpoint;
  const singles = parameters * Math.floor(values.length / parameters);
  const kept = thinned(curve);
  const head: Head = {
    update,
    learningRate,
    singles,
    extras: [...values.subarray(singles)],
    curve: {
      updates: kept.map((at) => curve.updates[at]),
      losses: kept.map((at) => Number(curve.losses[at].toPrecision(5))),
      accuracies: kept.map((at) => Number(curve.accuracies[at].toPrecision(5))),
    },
    milestones,
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(4 + headBytes.length + singles * BYTES_PER_SINGLE);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  const single = new DataView(new ArrayBuffer(BYTES_PER_SINGLE));
  for (let i = 0; i < singles; i++) {
    single.setFloat32(0, values[i], true);
    if (single.getFloat32(0, true) !== values[i]) throw new RangeError('not in single precision');
    for (let byte = 0; byte < BYTES_PER_SINGLE; byte++) {
      bytes[4 + headBytes.length + byte * singles + i] = single.getUint8(byte);
    }
  }
  return deflateRawSync(bytes, { level: 9 });
}

/** Indices of the updates divisible by a stride, as a run keeps them, and of the last. */
function thinned({ updates }: Resume['curve']): number[] {
  let stride = 1;
  while (updates.length / stride > MOST_POINTS) stride *= 2;
  return [...updates.keys()].filter((at) => updates[at] % stride === 0 || at === updates.length - 1);
}
