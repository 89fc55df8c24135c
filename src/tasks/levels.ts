/** What an exercise's metric reaches by guessing and without memory: counted in the data, nothing is trained. */
import type { Example, OwnOutput, StepInput } from '../engine/index.ts';
import type { Exercise } from './exercise.ts';

type Data<Question> = Pick<
  Exercise<Question>,
  'training' | 'heldOut' | 'pose' | 'ask' | 'metric' | 'outputNames'
>;

/** The share that is right when every answer that occurs, or every output, is as likely as the others. */
export function chanceLevel<Question>({ training, heldOut, metric, outputNames }: Data<Question>): number {
  if (metric === 'outputs') return 1 / outputNames.length;
  return 1 / new Set([...training, ...heldOut].map(({ answer }) => answer.join())).size;
}

/**
 * The share of the held-out that the best function of the present input alone has right: for each input the output
 * that most often belongs to it in training. A picture that is not in training counts as understood, so that this
 * is what no training without memory can pass.
 */
export function memorylessLevel<Question>({ training, heldOut, pose, ask, metric }: Data<Question>): number {
  const best = mostFrequentOutputs(training.map(pose));
  const results = heldOut.map(({ question, answer }) => answerWithoutMemory(ask(question, answer), best));
  if (metric === 'outputs') return share(results.flat());
  return share(results.map((outputs) => outputs.every((isRight) => isRight)));
}

function mostFrequentOutputs(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const example of examples) {
    for (const [t, target] of example.targets.entries()) {
      if (target === null) continue;
      const key = keyOf(example, t, example.inputs[t]);
      const outputs = counts.get(key) ?? new Map<number, number>();
      counts.set(key, outputs.set(target, (outputs.get(target) ?? 0) + 1));
    }
  }
  return new Map(
    Array.from(counts, ([key, outputs]) => [
      key,
      [...outputs].sort(([, one], [, other]) => other - one)[0][0],
    ]),
  );
}

/** Whether each target is met, the own output being fed back. */
function answerWithoutMemory(example: Example, best: ReadonlyMap<string, number>): boolean[] {
  const isRight: boolean[] = [];
  let output = 0;
  for (const [t, target] of example.targets.entries()) {
    const given = example.inputs[t];
    const input = isOwnOutput(given) ? output + given.offset : given;
    output =
      best.get(keyOf(example, t, input)) ?? (input instanceof Float64Array && target !== null ? target : -1);
    if (target !== null) isRight.push(output === target);
  }
  return isRight;
}

function keyOf({ decoderFrom = Number.POSITIVE_INFINITY }: Example, t: number, input: StepInput): string {
  return `${t < decoderFrom ? 'encoder' : 'decoder'} ${input instanceof Float64Array ? input.join('') : input}`;
}

function isOwnOutput(input: StepInput): input is OwnOutput {
  return typeof input === 'object' && input !== null && 'offset' in input;
}

function share(results: readonly boolean[]): number {
  return results.filter((isRight) => isRight).length / results.length;
}
