/** What a person asks the network: which example a picture of a run shows. */
import { type Example, type FullTrace, forwardPass, type StepInput } from '../engine/index.ts';
import type { Run } from './run.ts';

/** The probe and its forward pass, or those of the batch's first example where there is no probe that fits. */
export function traced(
  { config, trainer }: Run,
  probe: Example | null,
): { example: Example; trace: FullTrace } {
  if (probe !== null) {
    try {
      const trace = forwardPass(config.model, trainer.parameters, probe, trainer.ablation);
      return { example: probe, trace };
    } catch (error) {
      // One made for another network must not cost the run.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return { example: config.examples[trainer.example], trace: trainer.traces[0] };
}

/** Whether a network is asked the same, targets apart. */
export function isSameExample(one: Example, other: Example): boolean {
  if (one === other) return true;
  return (
    one.decoderFrom === other.decoderFrom &&
    one.inputs.length === other.inputs.length &&
    one.inputs.every((input, t) => isSameInput(input, other.inputs[t]))
  );
}

function isSameInput(one: StepInput, other: StepInput): boolean {
  if (one instanceof Float64Array) {
    return (
      other instanceof Float64Array &&
      one.length === other.length &&
      one.every((value, i) => value === other[i])
    );
  }
  if (typeof one !== 'object' || one === null) return one === other;
  return (
    typeof other === 'object' &&
    other !== null &&
    !(other instanceof Float64Array) &&
    one.offset === other.offset
  );
}
