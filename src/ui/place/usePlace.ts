import { useRef } from 'react';
import type { ModelConfig } from '../../engine/index.ts';
import { type PrincipalComponents, principalComponents } from '../../layout/principalComponents.ts';
import { CLOSE_ENDS } from '../../layout/reach.ts';
import { extent, type Space, spaceKind } from '../../layout/stateSpace.ts';
import type { TrailPoint } from '../../worker/protocol.ts';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';

/** States that the directions are computed from; of a longer text every n-th. */
const MOST_STATES = 160;
/** Numbers in the states up to which a new picture is computed for each snapshot. */
export const CHEAP = 500;

/**
 * The space in which the states ((T+1)·H) are drawn. The scale fits them and their trail, follows without flickering,
 * and principal components keep their sides from one update to the next.
 */
export function usePlace(
  states: Float64Array,
  model: ModelConfig,
  state: 'h' | 'c',
  trail: readonly TrailPoint[],
  key: string,
): Space {
  const { hiddenSize: size, cell, nonlinearity } = model;
  const kind = spaceKind(size);
  const known = useRef<{ states: Float64Array; key: string; components: PrincipalComponents } | null>(null);
  let components: PrincipalComponents | null = null;
  if (kind === 'components') {
    const before = known.current;
    if (before?.states === states) components = before.components;
    else {
      const stride = Math.ceil((states.length / size - 1) / MOST_STATES);
      const count = Math.floor((states.length / size - 2) / stride) + 1;
      const axes = before?.key === key ? before.components.axes : null;
      components = principalComponents({ values: states, first: 1, stride, count, size }, 2, axes);
      known.current = { states, key, components };
    }
  }
  const isBounded = kind !== 'components' && state === 'h' && !(cell === 'rnn' && nonlinearity === 'relu');
  const largest = isBounded
    ? 1
    : Math.max(
        extent(states, size, components),
        ...trail.map(({ hidden }) => extent(hidden, size, components)),
      );
  const domain = useMagnitudeDomain(largest, key, CLOSE_ENDS);
  return { kind, size, domain, components };
}
