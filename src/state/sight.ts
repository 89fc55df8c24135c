/** What the open panels want of the worker, joined into one wish that the run can fulfil. */
import type { Sight } from '../worker/protocol.ts';

/** What only panels ask for. */
export type PanelSight = Omit<Sight, 'parameters' | 'curve'>;

export const NOTHING_MORE: PanelSight = {
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
    const { reach, contributions, trail, probe, examination } = { ...NOTHING_MORE, ...sight };
    joined = {
      reach: joined.reach ?? reach,
      contributions: joined.contributions ?? contributions,
      trail: Math.max(joined.trail, trail),
      probe: joined.probe ?? probe,
      examination: joined.examination || examination,
    };
  }
  return joined;
}

/** What is left of a wish in a run of `timesteps` timesteps and `views` matrices and biases. */
export function fitSight({ reach, contributions, ...rest }: PanelSight, timesteps: number, views: number) {
  const clamp = <Range extends { readonly from: number; readonly to: number }>(range: Range | null) => {
    if (range === null) return null;
    const to = Math.min(range.to, timesteps);
    return range.from < to ? { ...range, to } : null;
  };
  const hasView = contributions !== null && contributions.view < views;
  return {
    reach: clamp(reach),
    contributions: hasView ? clamp(contributions) : null,
    ...rest,
  } satisfies PanelSight;
}
