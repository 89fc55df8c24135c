import { describe, expect, it } from 'vitest';
import { copyParameters, countParameters, createTrainer } from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from './setup.ts';

function trained(hiddenSize: number) {
  const model = modelOf('lstm', { hiddenSize });
  const trainer = createTrainer({
    model,
    training: { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01 },
    seed: 1,
    examples: [randomExample(model, 6, 1)],
  });
  for (let n = 0; n < 5; n++) trainer.step();
  return { trainer, P: countParameters(model) };
}

const isSingle = (value: number) => Object.is(Math.fround(value), value);

describe('what a trainer keeps', () => {
  it('is of single precision for a large network, but for what an optimizer needs exactly', () => {
    const { trainer, P } = trained(32);
    expect(P).toBeGreaterThan(4096);
    const { values } = trainer.save();
    expect(values.subarray(0, 3 * P).every(isSingle)).toBe(true);
    expect(values[3 * P]).toBe(0.9 * 0.9 * 0.9 * 0.9 * 0.9);
    expect(Float64Array.from(copyParameters(trainer.parameters))).toEqual(trainer.parameters);
    expect(copyParameters(trainer.parameters).byteLength).toBe(4 * P);
    trainer.setParameter(7, 0.1);
    expect(trainer.parameters[7]).toBe(Math.fround(0.1));
  });

  it('is of double precision for a small one', () => {
    const { trainer, P } = trained(3);
    expect(trainer.save().values.subarray(0, P).some(isSingle)).toBe(false);
  });

  it('goes on with the same bits from a checkpoint', () => {
    const { trainer } = trained(32);
    const checkpoint = trainer.save();
    trainer.step();
    const after = trainer.parameters.slice();
    trainer.restore(checkpoint);
    trainer.step();
    expect(trainer.parameters).toEqual(after);
  });
});
