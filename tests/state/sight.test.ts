import { describe, expect, it } from 'vitest';
import { fitSight, joinSights, NOTHING_MORE } from '../../src/state/sight.ts';

const reach = { from: 2, to: 9 };
const contributions = { view: 3, from: 0, to: 4 };

describe('what open panels want', () => {
  it('is nothing where none is open', () => {
    expect(joinSights([])).toEqual(NOTHING_MORE);
  });

  it('is all of it together', () => {
    const probe = { inputs: [0], targets: [null] };
    const sights = [{ reach }, { trail: 3, contributions }, { trail: 5, examination: true }, { probe }, {}];
    expect(joinSights(sights)).toEqual({ reach, contributions, trail: 5, probe, examination: true });
  });

  it('is the first of two that exclude each other', () => {
    expect(joinSights([{ reach }, { reach: { from: 0, to: 1 } }]).reach).toEqual(reach);
  });
});

describe('what a run can show of it', () => {
  const wanted = { ...NOTHING_MORE, reach, contributions, trail: 2 };

  it('is all of it where the text and the network are large enough', () => {
    expect(fitSight(wanted, 9, 4)).toEqual(wanted);
  });

  it('ends with the text, and leaves out what is not there at all', () => {
    expect(fitSight(wanted, 3, 3)).toEqual({ ...wanted, reach: { from: 2, to: 3 }, contributions: null });
    expect(fitSight(wanted, 2, 4)).toEqual({
      ...wanted,
      reach: null,
      contributions: { view: 3, from: 0, to: 2 },
    });
  });
});
