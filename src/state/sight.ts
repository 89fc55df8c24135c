/** What the open panels want of the worker, joined into one wish that the run can fulfil. */
import type { CellKind } from '../engine/index.ts';
import type { Sight } from '../worker/protocol.ts';

/** What only panels ask for. */
export type PanelSight = Omit<Sight, 'parameters' | 'curve'>;

export const NOTHING_MORE: PanelSight = {
  gates: false,
  reach: null,
  contributions: null,
  trail: 0,
  probe: null,
  examination: false,
};

/** One wish out of several; of two that exclude each other the first counts. */
export function joinSights(sights: Iterable<Partial<PanelSight>>): PanelSight {
  let joined = NOTHING_MORE;
  for (const sight of sights) {
    const { gates, reach, contributions, trail, probe, examination } = { ...NOTHING_MORE, ...sight };
    joined = {
      gates: joined.gates || gates,
      reach: joined.reach ?? reach,
      contributions: joined.contributions ?? contributions,
      trail: Math.max(joined.trail, trail),
      probe: joined.probe ?? probe,
      examination: joined.examination || examination,
    };
  }
  return joined;
}

export interface RunSize {
  readonly cell: CellKind;
  readonly timesteps: number;
  /** Matrices and biases. */
  readonly views: number;
}

/** What is left of a wish in a run. */
export function fitSight(
  { gates, reach, contributions, ...rest }: PanelSight,
  { cell, timesteps, views }: RunSize,
) {
  const clamp = <Range extends { readonly from: number; readonly to: number }>(range: Range | null) => {
    if (range === null) return null;
    const to = Math.min(range.to, timesteps);
    return range.from < to ? { ...range, to } : null;
  };
  const hasView = contributions !== null && contributions.view < views;
  return {
    gates: gates && cell !== 'rnn',
    reach: clamp(reach),
    contributions: hasView ? clamp(contributions) : null,
    ...rest,
  } satisfies PanelSight;
}
