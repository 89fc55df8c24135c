/** What holds for every exercise. */
import { describe, expect, it } from 'vitest';
import type { Example, StepInput } from '../../src/engine/index.ts';
import { captionExercise } from '../../src/tasks/captions.ts';
import { answerStart, type Exercise, modelSizes } from '../../src/tasks/exercise.ts';
import { feelingExercise } from '../../src/tasks/feelings.ts';
import { chanceLevel, memorylessLevel } from '../../src/tasks/levels.ts';
import { motionExercise } from '../../src/tasks/motion.ts';
import { numberExercise } from '../../src/tasks/numbers.ts';
import { recallExercise } from '../../src/tasks/recall.ts';

interface Case {
  readonly name: string;
  /** Calls with the exercise, whatever its questions are, and with what makes it anew. */
  check(look: <Question>(exercise: Exercise<Question>, make: () => Exercise<Question>) => void): void;
}

function of<Question>(name: string, make: () => Exercise<Question>): Case {
  let made: Exercise<Question> | null = null;
  return {
    name,
    check(look) {
      made ??= make();
      look(made, make);
    },
  };
}

const CASES: readonly Case[] = [
  of('captions in English', () => captionExercise('en', { isFedBack: true })),
  of('captions in Korean, nothing fed back', () => captionExercise('ko', { isFedBack: false })),
  of('feelings in English', () => feelingExercise('en')),
  of('feelings in Korean', () => feelingExercise('ko')),
  of('motion', () => motionExercise('en')),
  of('numbers from English', () => numberExercise({ from: 'en', most: 999 })),
  of('numbers from Korean', () => numberExercise({ from: 'ko', most: 999 })),
  of('numbers of four digits', () => numberExercise({ from: 'en', most: 9999 })),
  of('recall over the same symbols', () =>
    recallExercise({ kind: 'firstSymbol', distractors: 'same', lag: 20 }),
  ),
  of('recall over one symbol', () => recallExercise({ kind: 'firstSymbol', distractors: 'own', lag: 1 })),
  of('brackets', () => recallExercise({ kind: 'bracket', lag: 7 })),
];

const keyOf = (input: StepInput) => (input instanceof Float64Array ? input.join('') : JSON.stringify(input));

describe.each(CASES)('$name', ({ check }) => {
  it('never trains on what is held out', () => {
    check(({ training, heldOut, examples, ask, shape }) => {
      const questions = training.map(({ question }) => JSON.stringify(question));
      const held = heldOut.map(({ question }) => JSON.stringify(question));
      expect(new Set([...questions, ...held]).size).toBe(training.length + heldOut.length);
      // Of a caption only the picture is given: the rest is the answer.
      const given = ({ inputs, decoderFrom }: Example) =>
        inputs
          .slice(0, shape === 'one-to-many' ? 1 : decoderFrom)
          .map(keyOf)
          .join(' ');
      const trained = new Set(examples().map(given));
      expect(heldOut.filter(({ question }) => trained.has(given(ask(question))))).toEqual([]);
    });
  });

  it('holds out a part, and every output and input of it is trained on', () => {
    check(({ training, heldOut, examples }) => {
      const part = heldOut.length / (training.length + heldOut.length);
      expect(part).toBeGreaterThan(0.08);
      expect(part).toBeLessThan(0.25);
      const outputs = new Set(training.flatMap(({ answer }) => answer));
      expect(heldOut.filter(({ answer }) => !answer.every((output) => outputs.has(output)))).toEqual([]);
      expect(examples().length).toBeGreaterThanOrEqual(training.length);
    });
  });

  it('is the same whenever it is made', () => {
    check(({ training, heldOut, examples }, make) => {
      const again = make();
      expect([training, heldOut, examples()]).toEqual([again.training, again.heldOut, again.examples()]);
    });
  });

  it('poses what fits a network of its sizes', () => {
    check((exercise) => {
      const { inputSize, outputSize, decoder } = modelSizes(exercise);
      const asked = [...exercise.training, ...exercise.heldOut].flatMap(({ question, answer }) => [
        exercise.ask(question),
        exercise.ask(question, answer),
      ]);
      const misfits = [...exercise.examples(), ...asked].filter(({ inputs, targets, decoderFrom }) => {
        const from = decoderFrom ?? Number.POSITIVE_INFINITY;
        const isInputFit = inputs.every((input, t) => {
          const size = t >= from ? (decoder?.inputSize ?? 0) : inputSize;
          if (input === null) return true;
          if (typeof input === 'number') return input >= 0 && input < size;
          if (input instanceof Float64Array) return input.length === size;
          return t > 0 && input.offset + outputSize <= size;
        });
        const isTargetFit = targets.every(
          (target) => target === null || (target >= 0 && target < outputSize),
        );
        const isLengthFit = targets.length === inputs.length;
        const isDecoderFit = (decoderFrom === undefined) === (decoder === undefined);
        return !(isInputFit && isTargetFit && isLengthFit && isDecoderFit);
      });
      expect(misfits).toEqual([]);
    });
  });

  it('asks for the right answer where it is known, and for none where it is not', () => {
    check(({ heldOut, shape, pose, ask, stop, spell }) => {
      for (const item of heldOut.slice(0, 50)) {
        const posed = pose(item);
        const asked = ask(item.question, item.answer);
        expect(asked.targets).toEqual(posed.targets);
        expect(posed.targets.slice(answerStart(shape, posed))).toEqual(item.answer);
        const open = ask(item.question);
        expect(open.targets.every((target) => target === null)).toBe(true);
        expect(open.inputs.length).toBeGreaterThanOrEqual(posed.inputs.length);
        expect(open.inputs.slice(0, asked.inputs.length)).toEqual(asked.inputs);
        expect(stop === null || item.answer.indexOf(stop) === item.answer.length - 1).toBe(true);
        expect(spell(item.answer)).not.toMatch(/undefined|■|^$/);
      }
    });
  });

  it('cannot be solved without memory, and guessing is worse still or as bad', () => {
    check((exercise) => {
      expect(chanceLevel(exercise)).toBeGreaterThan(0);
      expect(memorylessLevel(exercise)).toBeLessThan(0.75);
    });
  });
});
