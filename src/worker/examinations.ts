/** How well a run does on everything it can be asked, counted in whatever time is given to it. */
import { countParameters, createExaminer, type Examiner } from '../engine/index.ts';
import type { Course } from './course.ts';
import { partingOf } from './interventions.ts';
import type { Examination, Intervention, RunConfig } from './protocol.ts';

export interface Examinations {
  /** The newest that is finished, if it is of the run's present history. */
  readonly latest: Examination | null;
  /** Whether there is anything to count: the present update is not counted yet. */
  readonly isDue: boolean;
  /** Goes on until the time `end`, for one example at least; true when an examination is finished by it. */
  work(end: number): boolean;
}

/** What is examined, or was. */
interface Subject {
  readonly update: number;
  readonly interventions: readonly Intervention[];
}

/** @throws {RangeError} when what is to be asked does not fit the model. */
export function createExaminations(
  { model, examples, asked, heldOut = [] }: RunConfig,
  course: Pick<Course, 'trainer' | 'interventions'>,
  now: () => number,
): Examinations {
  const parameters = new Float64Array(countParameters(model));
  const onHeldOut = createExaminer(model, parameters, heldOut);
  /** The trainer has found its own examples fit; they are prepared once more when first needed. */
  let onTraining: Examiner | null = asked ? createExaminer(model, parameters, asked) : null;
  /** Of those under way. */
  const right: (0 | 1)[] = [];
  let underWay: Subject | null = null;
  let finished: (Subject & { readonly result: Examination }) | null = null;

  /** Whether the run, as its interventions are now, has or had these parameters at that update. */
  function isTrue({ update, interventions }: Subject): boolean {
    return interventions === course.interventions || partingOf(interventions, course.interventions) > update;
  }

  function isPresent(subject: Subject | null): boolean {
    return subject !== null && subject.update === course.trainer.update && isTrue(subject);
  }

  /** Examines one more of what was held out; false when there was none left. */
  function nextOfHeldOut(): boolean {
    const before = onHeldOut.score().examplesRight;
    if (!onHeldOut.next()) return false;
    right.push(onHeldOut.score().examplesRight > before ? 1 : 0);
    return true;
  }

  return {
    get latest() {
      return finished !== null && isTrue(finished) ? finished.result : null;
    },
    get isDue() {
      return !isPresent(finished);
    },
    work(end) {
      const { trainer, interventions } = course;
      onTraining ??= createExaminer(model, parameters, examples);
      // One of an earlier update is finished first: a run that moves again and again would never be counted.
      if (underWay === null || !isTrue(underWay)) {
        underWay = { update: trainer.update, interventions };
        parameters.set(trainer.parameters);
        onTraining.begin(trainer.ablation);
        onHeldOut.begin(trainer.ablation);
        right.length = 0;
      }
      do {
        if (onTraining.next() || nextOfHeldOut()) continue;
        const { update } = underWay;
        const result = {
          update,
          training: onTraining.score(),
          heldOut: onHeldOut.score(),
          heldOutRight: Uint8Array.from(right),
        };
        finished = { ...underWay, result };
        underWay = null;
        return true;
      } while (now() < end);
      return false;
    },
  };
}
