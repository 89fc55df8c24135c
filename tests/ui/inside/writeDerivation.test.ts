/** What is written about every number of every cell, read back as a person would who adds it up. */
import { expect, test } from 'vitest';
import { contributionsOf } from '../../../src/engine/derivation.ts';
import { createTrainer, NO_ABLATION } from '../../../src/engine/index.ts';
import { operationsAt } from '../../../src/engine/operations.ts';
import { derivationText } from '../../../src/ui/inside/writeDerivation.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from '../../engine/setup.ts';

const number = '\\(?(−?[\\d.]+(?:e[+-]?\\d+)?)\\)?';
const read = (text: string | undefined) => Number(text?.replace('−', '-').replace('−', '-'));
const decimalsOf = (text: string | undefined) => text?.split('.')[1]?.length ?? 0;

/** Adds up what is written with +; what others add stands behind their count. */
function add(sum: string): number {
  const terms = sum.split(' + ').map((term) => read(term.replace(/^\d+ others: /, '').replace(/[()]/g, '')));
  return terms.reduce((before, term) => before + term, 0);
}

const othersOf = (count: number, rest: string) => `+ ${count} others: ${rest}`;

test.each([
  ['rnn', 3],
  ['lstm', 3],
  ['gru', 3],
  ['rnn', 24],
  ['lstm', 12],
  ['gru', 12],
] as const)('%s with %i units', (cell, hiddenSize) => {
  const model = modelOf(cell, { hiddenSize, layers: 2, inputSize: 11, outputSize: 11 });
  const example = randomExample(model, 4, 7);
  const training = { ...FULL_BATCH_SGD, learningRate: 1 };
  const trainer = createTrainer({ model, training, seed: 5, examples: [example] });
  for (let n = 0; n < 25; n++) trainer.step();
  const tally = { equal: 0, about: 0 };
  for (let timestep = 0; timestep < 4; timestep++) {
    const target = example.targets[timestep];
    const operations = operationsAt({
      ...{ model, parameters: trainer.parameters, trace: trainer.traces[0], ablation: NO_ABLATION },
      ...{ timestep, target },
    });
    for (const operation of operations) {
      if (operation.kind === 'argmax' || operation.kind === 'softmax') continue;
      for (let row = 0; row < operation.rows; row++) {
        const text = derivationText(contributionsOf(operation, row), row, othersOf);
        const parts = text.split('; ');
        for (const product of parts.length > 1 ? parts[0].split(', ') : []) {
          const [factors, sign, written] = product.split(/ ([=≈]) /);
          const multiplied = factors
            .split(' × ')
            .reduce((all, factor) => all * read(factor.replace(/[()]/g, '')), 1);
          if (sign === '=') {
            expect(Math.abs(multiplied - read(written)), text).toBeLessThanOrEqual(
              0.5001 * 10 ** -decimalsOf(written),
            );
          }
        }
        const [, log, sum, sign, total, value] =
          parts.at(-1)?.match(new RegExp(`^(−ln )?(.*) ([=≈]) (?:${number} → \\S+ [→≈] )?${number}$`)) ?? [];
        const unit = 10 ** -decimalsOf(value);
        expect(Math.abs(read(value) - operation.valueAt(row)), text).toBeLessThanOrEqual(0.5001 * unit);
        if (sign === '≈') tally.about++;
        else {
          tally.equal++;
          const added = log ? -Math.log(add(sum)) : add(sum);
          const written = read(total ?? value);
          expect(Math.abs(added - written), text).toBeLessThanOrEqual(0.5001 * unit);
        }
      }
    }
  }
  expect(tally.equal).toBeGreaterThan(4 * tally.about);
});
