/** What stands at the timesteps of a small network: what is read and said, in as little room as can be. */
import type { Trace } from '../../engine/index.ts';
import { endBefore, isAnswering, isUnknown, readAt, saidAt, type Task, targetAt } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';

/** What a step reads, as it is drawn; `own` is what the network has just said, `unknown` a word read as nothing. */
export type ReadMark =
  | { readonly kind: 'nothing' | 'own' | 'unknown' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'picture'; readonly side: number; readonly pixels: Float64Array };

export interface SaidMark {
  readonly name: string;
  /** Null where nobody knows. */
  readonly isRight: boolean | null;
  /** What would have been right, where that was not said. */
  readonly wanted: string | null;
}

/** Motions in the order of their outputs. */
const MOTION_ARROWS = ['↑', '↓', '←', '→', '·'];

/** Short names of outputs. */
export function outputMarks({ outputNames }: Task, isMotion: boolean): readonly string[] {
  return isMotion ? MOTION_ARROWS : outputNames.map(letterMark);
}

export function readMark(task: Task, trace: Trace, t: number): ReadMark {
  if (endBefore(task, trace, t) !== null) return { kind: 'nothing' };
  const input = task.example.inputs[t];
  if (typeof input === 'object' && input !== null && 'offset' in input) return { kind: 'own' };
  const read = readAt(task, trace, t);
  switch (read.kind) {
    case 'nothing':
      return { kind: isUnknown(task, t) ? 'unknown' : 'nothing' };
    case 'name':
      return { kind: 'name', name: letterMark(read.names[read.index]) };
    case 'picture':
      return { kind: 'picture', side: read.columns, pixels: read.pixels };
  }
}

/** Null where the network says nothing; a dash where it has said its last word and should have gone on. */
export function saidMark(task: Task, trace: Trace, t: number, names: readonly string[]): SaidMark | null {
  if (!isAnswering(task, t)) return null;
  const said = saidAt(task, trace, t);
  const target = targetAt(task, t);
  const wanted = target === null || said === target ? null : names[target];
  if (endBefore(task, trace, t) !== null)
    return target === null ? null : { name: '–', isRight: false, wanted: names[target] };
  return { name: names[said], isRight: target === null ? null : said === target, wanted };
}
