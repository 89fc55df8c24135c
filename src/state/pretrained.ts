/**
 * States that the project trained beforehand (`npm run pretrain`), so that exercises open trained: which there are, and
 * how their files are read. A file is deflated: the length of the head (uint32), the head (JSON), then parameters and
 * moments in single precision, first the lowest byte of all of them, then the next, which deflates better.
 */
import type { Checkpoint } from '../engine/index.ts';
import type { Resume } from '../worker/protocol.ts';
import { type Config, defaultConfig } from './config.ts';
import { isResume, type NetworkSize } from './isResume.ts';
import { runKey } from './url.ts';

/** A state that is shipped with the page. */
export interface Pretrained {
  /** Under public/pretrained/. */
  readonly file: string;
  readonly config: Config;
  readonly update: number;
}

/** Each after as many updates as its exercise recommends (tests compare), with every cell. */
export const PRETRAINED: readonly Pretrained[] = [
  ...pretrained('captions', 'en', 800),
  ...pretrained('captions', 'ko', 800),
  ...pretrained('feelings', 'en', 1500),
  ...pretrained('feelings', 'ko', 1500),
  ...pretrained('numbers', 'en', 1000, 3000),
  ...pretrained('numbers', 'ko', 1000, 3000),
  ...pretrained('motion', 'en', 400),
];

function pretrained(
  task: Exclude<Config['task'], 'text'>,
  tongue: 'en' | 'ko',
  update: number,
  rnnUpdate = update,
): Pretrained[] {
  return (['rnn', 'gru', 'lstm'] as const).map((cell) => ({
    file: `${task}-${tongue}-${cell}.bin`,
    config: { ...defaultConfig(task), tongue, cell },
    update: cell === 'rnn' ? rnnUpdate : update,
  }));
}

/** The names of motions are not learned: in both languages the network is the same. */
function sameNetwork(config: Config): Config {
  return config.task === 'motion' ? { ...config, tongue: 'en' } : config;
}

/** The state of a configuration; null where none was trained beforehand. */
export function pretrainedOf(config: Config): Pretrained | null {
  const key = runKey(sameNetwork(config));
  return PRETRAINED.find((each) => runKey(each.config) === key) ?? null;
}

/** The state of the run called `key`, see `runKey`. */
export function pretrainedCalled(key: string): Pretrained | null {
  return (
    PRETRAINED.find(({ config }) => {
      const isMotion = config.task === 'motion';
      return runKey(config) === key || (isMotion && runKey({ ...config, tongue: 'ko' }) === key);
    }) ?? null
  );
}

/** Gets the bytes of a file. */
export type FetchFile = (file: string) => Promise<ReadableStream<Uint8Array>>;

/** What the head of a file says. */
export interface Head {
  readonly update: number;
  readonly learningRate: number;
  /** Parameters and moments. */
  readonly singles: number;
  /** What else the optimizer remembers. */
  readonly extras: readonly number[];
  readonly curve: { readonly [Name in keyof Resume['curve']]: readonly number[] };
  readonly milestones: Resume['milestones'];
}

const MOST_HEAD_BYTES = 65_536;
/** Parameters, and the two moments of Adam. */
const NUMBERS_PER_PARAMETER = 3;
export const BYTES_PER_SINGLE = 4;

/** A state from its file; null where the file cannot be had, or is not of such a network. */
export async function loadPretrained(
  { file, update }: Pretrained,
  size: NetworkSize,
  fetchFile: FetchFile,
): Promise<Resume | null> {
  try {
    const most = 4 + MOST_HEAD_BYTES + NUMBERS_PER_PARAMETER * size.parameters * BYTES_PER_SINGLE;
    const bytes = await inflate(await fetchFile(file), most);
    const resume = readState(bytes);
    return isResume(resume, size) && resume.checkpoint.update === update ? resume : null;
  } catch {
    return null;
  }
}

/** @throws {RangeError} when more comes out of it than `most` bytes. */
async function inflate(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflated = stream.pipeThrough(new DecompressionStream('deflate-raw') as TransformStream);
  for (const reader = inflated.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) throw new RangeError('more than a state of this network');
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Not to be trusted before `isResume`. Throws where the bytes are no such file. */
function readState(bytes: Uint8Array): unknown {
  const headBytes = new DataView(bytes.buffer).getUint32(0, true);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headBytes)));
  const { update, learningRate, singles, extras, curve, milestones } = head;
  const planes = bytes.subarray(4 + headBytes);
  if (planes.length !== singles * BYTES_PER_SINGLE) throw new RangeError('cut off');
  const values = new Float64Array(singles + extras.length);
  const bits = new Uint32Array(singles);
  for (let byte = 0; byte < BYTES_PER_SINGLE; byte++) {
    for (let i = 0, at = byte * singles; i < singles; i++, at++) bits[i] |= planes[at] << (8 * byte);
  }
  values.set(new Float32Array(bits.buffer));
  values.set(extras, singles);
  const checkpoint: Checkpoint = {
    update,
    learningRate,
    ablation: { recurrenceCut: false, frozen: [] },
    values,
  };
  return {
    checkpoint,
    curve: {
      updates: Float64Array.from(curve.updates),
      losses: Float64Array.from(curve.losses),
      accuracies: Float64Array.from(curve.accuracies),
    },
    milestones,
  };
}
