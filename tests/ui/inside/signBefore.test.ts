/** What a reader adds up in "Inside step t" is what stands behind an "="; where it is not, there is an "≈". */
import { describe, expect, it } from 'vitest';
import { type CellKind, createTrainer, NO_ABLATION } from '../../../src/engine/index.ts';
import type { Operand, Operation } from '../../../src/engine/operation.ts';
import { operationsAt } from '../../../src/engine/operations.ts';
import { DEFAULT_CONFIG } from '../../../src/state/config.ts';
import { modelOf, runConfigOf } from '../../../src/state/start.ts';
import { readText } from '../../../src/tasks/text.ts';
import { type Equation, equationsOf } from '../../../src/ui/inside/equation.ts';
import { signBefore } from '../../../src/ui/inside/signBefore.ts';

const FOCUS = { inputs: ['h', 'e', 'l', 'o'], outputs: ['h', 'e', 'l', 'o'], chosen: 0 };

function stepsOf(cell: CellKind, updates: number): readonly (readonly Operation[])[] {
  const config = { ...DEFAULT_CONFIG, cell };
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('a text of one letter');
  const { task } = reading;
  const model = modelOf(config, task);
  const trainer = createTrainer({ ...runConfigOf(config, { task, exercise: null }), model });
  while (trainer.update < updates) trainer.step();
  return task.example.inputs.map((_, timestep) =>
    operationsAt({
      ...{ model, parameters: trainer.parameters, trace: trainer.traces[0], ablation: NO_ABLATION },
      ...{ timestep, target: task.example.targets[timestep] },
    }),
  );
}

/** The stage at which an operation has its numbers for the first time. */
const stageOf = ({ stages }: Equation, operation: Operand) =>
  stages.findIndex((tokens) => tokens.some((token) => token.kind === 'cells' && token.operand === operation));

const hundredths = (value: number) => Math.round(100 * Number(value.toFixed(2)));

/** Whether each row adds up, in hundredths. */
function addsUp({ operands, rows, valueAt }: Operation): boolean {
  return Array.from({ length: rows }, (_, row) => row).every((row) => {
    const sum = operands.reduce((all, operand) => all + hundredths(operand.valueAt(row)), 0);
    return sum === hundredths(valueAt(row));
  });
}

describe.each(['rnn', 'lstm', 'gru'] as const)('the sums of the %s cell', (cell) => {
  it('have an equals sign only where the digits that are shown add up', () => {
    const signs = new Set<string>();
    for (const updates of [0, 10, 37, 60, 150]) {
      for (const equation of stepsOf(cell, updates).flatMap(equationsOf)) {
        // Of a GRU's candidate a product is computed at the same stage as a sum.
        const sums = equation.operations.filter(
          ({ kind, id }) => kind === 'sum' && id.endsWith('.sum') && !equation.id.endsWith('.n'),
        );
        for (const sum of sums) {
          const sign = signBefore(equation, stageOf(equation, sum), FOCUS);
          expect(sign, `${sum.id} at update ${updates}`).toBe(addsUp(sum) ? '=' : '≈');
          signs.add(sign);
        }
      }
    }
    expect(signs).toEqual(new Set(['=', '≈']));
  });
});

it('0.46 − 0.18 + 0.05 + 0.21 is not 0.53', () => {
  const [equation] = equationsOf(stepsOf('rnn', 37)[2]);
  const sum = equation.operations.find(({ id }) => id.endsWith('.sum'));
  if (!sum) throw new Error('a vanilla cell adds up');
  const third = sum.operands.map((operand) => operand.valueAt(2).toFixed(2));
  expect(third).toEqual(['0.46', '-0.18', '0.05', '0.21']);
  expect(sum.valueAt(2).toFixed(2)).toBe('0.53');
  expect(equation.stages.map((_, stage) => signBefore(equation, stage, FOCUS))).toContain('≈');
});

it('the largest of the digits that are shown is the largest', () => {
  const equation = equationsOf(stepsOf('rnn', 60)[0]).find(({ result }) => result.name.base === 'ŷ');
  if (!equation) throw new Error('a vanilla cell says something');
  expect(signBefore(equation, equation.stages.length - 1, FOCUS)).toBe('=');
});
