/** Back through training: from the order to go to an update until its exact picture, in the session as a worker runs it. */

import { type CellKind, createTrainer } from '../../src/engine/index.ts';
import { createRandom } from '../../src/engine/random.ts';
import { type CheckpointPool, createCheckpointPool } from '../../src/worker/checkpoints.ts';
import type { RunConfig, Snapshot } from '../../src/worker/protocol.ts';
import * as relatives from '../../src/worker/relatives.ts';
import { createSession } from '../../src/worker/session.ts';
import { PAGE } from '../include.ts';
import { count, type Row } from './report.ts';
import { hello } from './windows.ts';

/** Random ones in each run. */
export const JUMPS = 200;
/** A session whose slices run one after another, without the time in which a worker lets messages in. */
function openSession(pool: CheckpointPool) {
  const slices: (() => void)[] = [];
  let last: Snapshot | null = null;
  const session = createSession({
    now: () => performance.now(),
    yieldControl: (resume) => slices.push(resume),
    post: (reply) => {
      if (reply.type === 'snapshots') last = reply.snapshots[0];
    },
    pool,
  });
  let requestId = 0;
  return {
    send: session.receive,
    work() {
      for (let slice = slices.shift(); slice !== undefined; slice = slices.shift()) slice();
    },
    picture(): Snapshot {
      session.receive({
        type: 'pull',
        requestId: requestId++,
        wants: [{ runId: 1, since: 0, include: PAGE }],
      });
      if (last === null) throw new Error('no picture came');
      return last;
    },
  };
}

/** Mean time (ms) of an update, of as many as fit into a second. */
function updateTime(config: RunConfig): number {
  const trainer = createTrainer(config);
  const start = performance.now();
  let time = 0;
  for (; time < 1000; time = performance.now() - start) trainer.step();
  return time / trainer.update;
}

function jumpRows(what: string, config: RunConfig, updates: number): Row[] {
  const pool = createCheckpointPool(undefined, relatives);
  const session = openSession(pool);
  session.send({ type: 'create', runId: 1, config, resume: null, update: updates });
  session.work();
  const random = createRandom(1, 1);
  const times = Array.from({ length: JUMPS }, () => {
    const update = Math.floor(random.uniform() * updates);
    const start = performance.now();
    session.send({ type: 'seek', runId: 1, update });
    session.work();
    const picture = session.picture();
    const time = performance.now() - start;
    if (picture.update !== update) throw new Error(`update ${picture.update} instead of ${update}`);
    return time;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))];
  const update = updateTime(config);
  const mebibytes = pool.bytes / 2 ** 20;
  return [
    {
      what: `jump in ${what}, 95th percentile`,
      measured: `${at(0.95).toFixed(1)} ms`,
      against: `update ${update.toPrecision(2)} ms`,
      ratio: `${count(at(0.95) / update)}`,
      goal: '≤ 100 ms',
      met: at(0.95) <= 100,
    },
    {
      what: `jump in ${what}, median`,
      measured: `${at(0.5).toFixed(1)} ms`,
      against: `update ${update.toPrecision(2)} ms`,
      ratio: `${count(at(0.5) / update)}`,
      goal: '≤ 100 ms',
      met: at(0.5) <= 100,
    },
    {
      what: `history of ${what}`,
      measured: `${mebibytes.toFixed(1)} MiB`,
      against: '',
      ratio: '',
      goal: '≤ 64 MiB',
      met: mebibytes <= 64,
    },
  ];
}

function configOf(
  cell: CellKind,
  hiddenSize: number,
  inputs: readonly number[],
  targets: readonly number[],
): RunConfig {
  const vocabulary = Math.max(...inputs, ...targets) + 1;
  return {
    model: {
      cell,
      nonlinearity: 'tanh',
      inputSize: vocabulary,
      hiddenSize,
      layers: 1,
      outputSize: vocabulary,
    },
    training: { optimizer: 'adam', learningRate: 0.01, clipNorm: null, truncation: null, batchSize: null },
    seed: 1,
    examples: [{ inputs: [...inputs], targets: [...targets] }],
    interventions: [],
  };
}

/** All rows; the larger network reads all letters of `text` but the last. */
export function allJumpRows(text: string): Row[] {
  const letters = [...text];
  const vocabulary = [...new Set(letters)];
  const ids = letters.map((letter) => vocabulary.indexOf(letter));
  const lstm = configOf('lstm', 64, ids.slice(0, -1), ids.slice(1));
  return [
    ...jumpRows(`${count(1e6)} updates of hello`, configOf('rnn', 3, hello.inputs, hello.targets), 1e6),
    ...jumpRows(`2,000 updates of LSTM H64, ${ids.length - 1} letters`, lstm, 2000),
  ];
}
