import { describe, expect, it } from 'vitest';
import {
  createExaminer,
  createTrainer,
  type Example,
  examineExamples,
  forwardPass,
  NO_ABLATION,
} from '../../src/engine/index.ts';
import { argmax } from '../../src/engine/loss.ts';
import { FULL_BATCH_SGD, modelOf, randomExample, randomVector } from './setup.ts';

const MODEL = modelOf('gru', { hiddenSize: 5 });
const EXAMPLES: readonly Example[] = [3, 5, 3, 1, 8, 5].map((timesteps, seed) => {
  const { inputs, targets } = randomExample(MODEL, timesteps, seed);
  return { inputs, targets: targets.map((target, t) => (t % 3 === 2 ? null : target)) };
});

const trainer = createTrainer({
  ...{ model: MODEL, seed: 7, examples: EXAMPLES },
  training: { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.05 },
});
for (let n = 0; n < 20; n++) trainer.step();
const { parameters } = trainer;

/** Counted from the logits of single forward passes. */
function counted(examples: readonly Example[], ablation = NO_ABLATION) {
  const score = { examples: 0, examplesRight: 0, targets: 0, targetsRight: 0 };
  for (const example of examples) {
    const { logits } = forwardPass(MODEL, parameters, example, ablation);
    const isRight = example.targets.flatMap((target, t) =>
      target === null ? [] : argmax(logits, t * MODEL.outputSize, MODEL.outputSize) === target,
    );
    score.examples++;
    score.targets += isRight.length;
    score.targetsRight += isRight.filter(Boolean).length;
    if (isRight.every(Boolean)) score.examplesRight++;
  }
  return score;
}

describe('an examination', () => {
  it('counts what is right, as a trainer does', () => {
    const score = examineExamples(MODEL, parameters, EXAMPLES);
    expect(score).toEqual(counted(EXAMPLES));
    expect(score).toMatchObject({ targetsRight: trainer.correct, targets: trainer.targets });
    expect(score.examplesRight).toBeGreaterThan(0);
    expect(score.examplesRight).toBeLessThan(score.examples);
  });

  it('is of what the ablation leaves', () => {
    const cut = { recurrenceCut: true, frozen: [] };
    const score = examineExamples(MODEL, parameters, EXAMPLES, cut);
    expect(score).toEqual(counted(EXAMPLES, cut));
    expect(score).not.toEqual(counted(EXAMPLES));
  });

  it('leaves out what has no answer', () => {
    const silent = { inputs: [1, 2], targets: [null, null] };
    expect(examineExamples(MODEL, parameters, [silent, EXAMPLES[0]])).toEqual(counted([EXAMPLES[0]]));
    const none = { examples: 0, examplesRight: 0, targets: 0, targetsRight: 0 };
    expect(examineExamples(MODEL, parameters, [])).toEqual(none);
  });

  it('goes on example by example, and begins anew with the parameters of the moment', () => {
    const buffer = parameters.slice();
    const examiner = createExaminer(MODEL, buffer, EXAMPLES);
    examiner.begin(NO_ABLATION);
    for (let n = 1; n <= EXAMPLES.length; n++) {
      expect(examiner.next()).toBe(true);
      expect(examiner.score()).toEqual(counted(EXAMPLES.slice(0, n)));
    }
    expect(examiner.next()).toBe(false);
    const other = randomVector(buffer.length, 5);
    buffer.set(other);
    examiner.begin(NO_ABLATION);
    while (examiner.next());
    expect(examiner.score()).toEqual(examineExamples(MODEL, other, EXAMPLES));
  });

  it('refuses an example that the network cannot read', () => {
    const example = { inputs: [9], targets: [1] };
    expect(() => createExaminer(MODEL, parameters, [example])).toThrow(RangeError);
  });
});
