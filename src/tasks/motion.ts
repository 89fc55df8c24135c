/** Many-to-many in step: a video of one dot, and how the dot moved since the frame before. */
import type { Random } from '../engine/random.ts';
import { type Exercise, type Item, type Language, once, type Reading } from './exercise.ts';
import { adam, below, createDice, drawDistinct, pick } from './sampling.ts';

/** Rows and columns of a frame. */
export const FRAME_SIDE = 6;
export const MAX_FRAMES = 60;

const CELLS = FRAME_SIDE * FRAME_SIDE;
/** The picture for each place of the dot. */
const FRAMES = Array.from({ length: CELLS }, (_, cell) =>
  Float64Array.from({ length: CELLS }, (__, pixel) => (pixel === cell ? 1 : 0)),
);
const TRAINING_FRAMES = 12;
const TRAINING_VIDEOS = 400;
const HELD_OUT_VIDEOS = 100;

/** In the order of the outputs. */
export const MOTIONS = ['up', 'down', 'left', 'right', 'still'] as const;
export type Motion = (typeof MOTIONS)[number];

const NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: MOTIONS,
  ko: ['위', '아래', '왼쪽', '오른쪽', '정지'],
};

/** Where the dot is in each frame: row · 6 + column, from the upper left. */
export type Video = readonly number[];

export type VideoReason =
  | { readonly kind: 'noFrame' }
  | { readonly kind: 'oneFrame' }
  /** From the frame before to this one (0-based) the dot went further than one cell. */
  | { readonly kind: 'jump'; readonly frame: number }
  | { readonly kind: 'tooManyFrames'; readonly limit: number };

/** Where the dot is after the motion; it stays where it is at a wall. */
export function move(cell: number, motion: Motion): number {
  const row = Math.floor(cell / FRAME_SIDE);
  const column = cell % FRAME_SIDE;
  switch (motion) {
    case 'up':
      return row === 0 ? cell : cell - FRAME_SIDE;
    case 'down':
      return row === FRAME_SIDE - 1 ? cell : cell + FRAME_SIDE;
    case 'left':
      return column === 0 ? cell : cell - 1;
    case 'right':
      return column === FRAME_SIDE - 1 ? cell : cell + 1;
    case 'still':
      return cell;
  }
}

/** Null for a jump. A dot that was pushed against a wall was still: only what is seen counts. */
export function motionBetween(before: number, after: number): Motion | null {
  if (before === after) return 'still';
  return MOTIONS.find((motion) => move(before, motion) === after) ?? null;
}

/** Indices into MOTIONS, −1 for jumps. The first frame counts as still: nothing has moved yet. */
function motionsOf(video: Video): number[] {
  return video.map((cell, frame) => {
    const motion = motionBetween(frame === 0 ? cell : video[frame - 1], cell);
    return motion === null ? -1 : MOTIONS.indexOf(motion);
  });
}

export function motionExercise(language: Language): Exercise<Video> {
  const outputNames = NAMES[language];
  const random = createDice(1);
  const items = drawDistinct(TRAINING_VIDEOS + HELD_OUT_VIDEOS, () => drawVideo(random), String).map(
    (video): Item<Video> => ({ question: video, answer: motionsOf(video) }),
  );
  const training = items.slice(0, TRAINING_VIDEOS);
  const ask = (video: Video, answer?: readonly number[]) => ({
    inputs: video.map((cell) => FRAMES[cell]),
    targets: answer ?? video.map(() => null),
  });
  const pose = ({ question, answer }: Item<Video>) => ask(question, answer);
  return {
    shape: 'synced',
    picture: { rows: FRAME_SIDE, columns: FRAME_SIDE },
    inputNames: [],
    decoderNames: null,
    outputNames,
    stop: null,
    training,
    heldOut: items.slice(TRAINING_VIDEOS),
    examples: once(() => training.map(pose)),
    metric: 'outputs',
    recommended: { cell: 'gru', hiddenSize: 48, training: adam(0.01), updates: 400 },
    pose,
    ask,
    spell: (outputs) => outputs.map((output) => outputNames[output]).join(' '),
  };
}

/** Reads frames as a question; cells outside of the frame are not to be given. */
export function readVideo(video: Video, { training, heldOut }: Exercise<Video>): Reading<Video, VideoReason> {
  if (video.length === 0) return { kind: 'unreadable', reason: { kind: 'noFrame' } };
  if (video.length > MAX_FRAMES) {
    return { kind: 'unreadable', reason: { kind: 'tooManyFrames', limit: MAX_FRAMES } };
  }
  if (video.length === 1) return { kind: 'guess', question: video, reason: { kind: 'oneFrame' } };
  const jump = motionsOf(video).indexOf(-1);
  if (jump >= 0) return { kind: 'guess', question: video, reason: { kind: 'jump', frame: jump } };
  const isSame = ({ question }: Item<Video>) => String(question) === String(video);
  const origin = training.some(isSame) ? 'training' : heldOut.some(isSame) ? 'heldOut' : 'new';
  return { kind: 'ready', question: video, answer: motionsOf(video), origin };
}

/** Every motion that no wall stops is as likely as the others. */
function drawVideo(random: Random): Video {
  const video = [below(CELLS, random)];
  while (video.length < TRAINING_FRAMES) {
    const cell = video[video.length - 1];
    const possible = MOTIONS.filter((motion) => motion === 'still' || move(cell, motion) !== cell);
    video.push(move(cell, pick(possible, random)));
  }
  return video;
}
