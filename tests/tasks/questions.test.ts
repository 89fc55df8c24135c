import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExerciseChoice, exerciseFor, type LabExercise } from '../../src/tasks/questions.ts';
import { readName } from '../../src/tasks/task.ts';

const CHOICES: readonly ExerciseChoice[] = [
  { task: 'captions', tongue: 'en', upTo: 999, feedback: true },
  { task: 'captions', tongue: 'ko', upTo: 999, feedback: false },
  { task: 'feelings', tongue: 'en', upTo: 999, feedback: true },
  { task: 'feelings', tongue: 'ko', upTo: 999, feedback: true },
  { task: 'numbers', tongue: 'en', upTo: 999, feedback: true },
  { task: 'numbers', tongue: 'ko', upTo: 9999, feedback: true },
  { task: 'motion', tongue: 'en', upTo: 999, feedback: true },
];

describe.each(CHOICES)('$task in $tongue up to $upTo, fed back $feedback', (choice) => {
  const exercise: LabExercise = exerciseFor(choice);

  it('is made once', () => {
    expect(exerciseFor({ ...choice })).toBe(exercise);
  });

  it('writes every question so that it comes back', () => {
    for (const origin of ['training', 'heldOut'] as const) {
      for (const written of exercise.sample(origin, 150)) {
        const asked = exercise.asked(written);
        expect(asked?.question).toBe(written);
        expect(asked?.reading).toMatchObject({ kind: 'ready', origin });
        expect(written.length).toBeLessThan(200);
      }
    }
  });

  it('asks what it was asked, with the right answer as targets', () => {
    const asked = exercise.asked(exercise.sample('heldOut', 1)[0]);
    const [item] = exercise.examined().heldOut;
    expect(asked?.task.example).toEqual(item);
    expect(asked?.task.example.targets.filter((target) => target !== null)).toEqual(
      exercise.heldOut[0].answer,
    );
  });

  it('has a first question that can be read, written as questions are', () => {
    expect(exercise.asked(exercise.firstQuestion)?.question).toBe(exercise.firstQuestion);
  });

  it('samples different questions, as many as there are', () => {
    const sample = exercise.sample('training', 5);
    expect(new Set(sample).size).toBe(5);
    expect(exercise.sample('heldOut', 100_000)).toHaveLength(exercise.heldOut.length);
  });

  it('never throws, whatever is asked, and what it asks comes back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9a-z ]*$/)), (written) => {
        const asked = exercise.asked(written);
        if (asked === null) return;
        expect(asked.task.example.inputs.length).toBeGreaterThan(0);
        expect(exercise.asked(asked.question)).toEqual(asked);
      }),
      { numRuns: 300 },
    );
  });
});

describe('questions in writing', () => {
  const numbers = exerciseFor({ task: 'numbers', tongue: 'en', upTo: 999, feedback: true });

  it('are digits where they are a number, in either language', () => {
    expect(numbers.asked('four hundred and twenty-one')?.question).toBe('421');
    expect(numbers.asked('4,321')).toMatchObject({ question: '4321', reading: { kind: 'guess' } });
    expect(numbers.asked('ten thousand')).toMatchObject({ question: '10000', reading: { kind: 'guess' } });
    expect(numbers.asked('10000')?.task.inputNames).toContain('thousand');
    expect(numbers.asked('hundred two')?.question).toBe('hundred two');
    const fromKorean = exerciseFor({ task: 'numbers', tongue: 'ko', upTo: 999, feedback: true });
    expect(fromKorean.asked('사백이십일')?.question).toBe('421');
  });

  it('are four pixels a digit, and one cell a digit', () => {
    const captions = exerciseFor({ task: 'captions', tongue: 'en', upTo: 999, feedback: true });
    const motion = exerciseFor({ task: 'motion', tongue: 'en', upTo: 999, feedback: true });
    const picture = captions.asked('8000000000000001');
    const [first] = picture?.task.example.inputs ?? [];
    expect(first).toEqual(
      Float64Array.from({ length: 64 + captions.inputNames.length }, (_, i) => (i === 0 || i === 63 ? 1 : 0)),
    );
    expect(motion.asked('01')?.task.example.targets).toEqual([4, 3]);
    for (const written of ['', '80000000000000011', '800000000000000g', '8000-00000000001']) {
      expect(captions.asked(written)).toBeNull();
    }
    for (const written of ['', '0 1', '0-1', '0'.repeat(61)]) expect(motion.asked(written)).toBeNull();
  });

  it('are read and said in words and pictures', () => {
    const asked = numbers.asked('21');
    if (asked === null) throw new Error('21 cannot be read');
    const trace = {
      inputs: Int32Array.of(
        ...asked.task.example.inputs.map((input) => (typeof input === 'number' ? input : 0)),
      ),
    };
    const names = [0, 1, 2].map((t) =>
      readName(
        asked.task,
        { timesteps: 3, layers: [], logits: new Float64Array(), losses: new Float64Array(), ...trace },
        t,
      ),
    );
    expect(names).toEqual(['twenty', 'one', '▶']);
    expect(asked.task.answerFrom).toBe(2);
  });
});
