import { useMemo } from 'react';
import type { FlatParameters } from '../../engine/index.ts';
import { useRun } from '../context.ts';
import { type Domains, domainsOf } from './domain.ts';

/** By the parameters of an update, of which each equation asks. */
const known = new WeakMap<FlatParameters, number>();

/** The domains at the update that is shown. */
export function useDomains(): Domains {
  const model = useRun((run) => run.model);
  const largest = useRun((run) => largestOf(run.parameters));
  return useMemo(() => domainsOf(model, largest), [model, largest]);
}

/** Weights and biases are coloured alike. */
function largestOf(parameters: FlatParameters): number {
  let largest = known.get(parameters);
  if (largest === undefined) {
    largest = 0;
    for (const each of parameters) largest = Math.max(largest, Math.abs(each));
    known.set(parameters, largest);
  }
  return largest;
}
