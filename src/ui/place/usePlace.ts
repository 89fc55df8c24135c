import { useEffect, useRef } from 'react';
import type { ModelConfig } from '../../engine/index.ts';
import {
  mirror,
  mirroredAxes,
  type PrincipalComponents,
  principalComponents,
} from '../../layout/principalComponents.ts';
import { CLOSE_ENDS } from '../../layout/reach.ts';
import { extent, type Space, spaceKind } from '../../layout/stateSpace.ts';
import type { TrailPoint } from '../../worker/protocol.ts';
import { useMagnitudeDomain } from '../useMagnitudeDomain.ts';

/** States that the directions are computed from; of a longer text every n-th. */
const MOST_STATES = 160;
/** Numbers in the states up to which a new picture is computed for each snapshot. */
export const CHEAP = 500;

export interface UsePlaceOptions {
  readonly model: ModelConfig;
  readonly state: 'h' | 'c';
  readonly trail: readonly TrailPoint[];
  /** What belongs together has the same. */
  readonly key: string;
  /** Whether the run is on its way to where it is wanted: what is passed leaves nothing behind. */
  readonly isPassing: boolean;
  /** The principal components that point the other way. */
  readonly mirrored: readonly number[];
  readonly onMirror: (mirrored: readonly number[]) => void;
}

interface Known {
  readonly states: Float64Array;
  readonly key: string;
  readonly isPassing: boolean;
  /** What was said to point the other way: by themselves they may have come to other sides, which are told next. */
  readonly said: string;
  readonly components: PrincipalComponents;
}

/**
 * The space in which the states ((T+1)·H) are drawn. The scale fits them and their trail, follows without flickering,
 * and principal components keep their sides from one update to the next.
 */
export function usePlace(
  states: Float64Array,
  { model, state, trail, key, isPassing, mirrored, onMirror }: UsePlaceOptions,
): Space {
  const { hiddenSize: size, cell, nonlinearity } = model;
  const kind = spaceKind(size);
  const known = useRef<Known | null>(null);
  let components: PrincipalComponents | null = null;
  if (kind === 'components') {
    const before = known.current;
    const said = mirrored.join();
    const isSame = before?.states === states;
    if (isSame && [before.said, mirroredAxes(before.components).join()].includes(said)) {
      components = before.components;
      known.current = { ...before, said };
    } else {
      const stride = Math.ceil((states.length / size - 1) / MOST_STATES);
      const count = Math.floor((states.length / size - 2) / stride) + 1;
      const points = { values: states, first: 1, stride, count, size };
      const isNext = before?.key === key && !isSame && !before.isPassing && !isPassing;
      components = isNext
        ? principalComponents(points, 2, before.components.axes)
        : mirror(principalComponents(points, 2), mirrored);
      known.current = { states, key, isPassing, said, components };
    }
  }
  const sides = components ? mirroredAxes(components).join() : '';
  useEffect(() => {
    if (components && sides !== mirrored.join()) onMirror(mirroredAxes(components));
  }, [components, sides, mirrored, onMirror]);
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
