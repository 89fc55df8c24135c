import { describe, expect, it } from 'vitest';
import { fitSight, joinSights, NOTHING_MORE } from '../../src/state/sight.ts';

const reach = { from: 2, to: 9 };
const contributions = { view: 3, from: 0, to: 4 };

describe('what open panels want', () => {
  it('is nothing where none is open', () => {
    expect(joinSights([])).toEqual(NOTHING_MORE);
  });

  it('is all of it together', () => {
    expect(joinSights([{ reach }, { trail: 3, contributions }, { trail: 5 }, {}])).toEqual({
      reach,
      contributions,
      trail: 5,
    });
  });

  it('is the first of two that exclude each other', () => {
    expect(joinSights([{ reach }, { reach: { from: 0, to: 1 } }]).reach).toEqual(reach);
  });
});

describe('what a run can show of it', () => {
  const wanted = { reach, contributions, trail: 2 };

  it('is all of it where the text and the network are large enough', () => {
    expect(fitSight(wanted, 9, 4)).toEqual(wanted);
  });

  it('ends with the text, and leaves out what is not there at all', () => {
    expect(fitSight(wanted, 3, 3)).toEqual({ reach: { from: 2, to: 3 }, contributions: null, trail: 2 });
    expect(fitSight(wanted, 2, 4)).toEqual({
      reach: null,
      contributions: { view: 3, from: 0, to: 2 },
      trail: 2,
    });
  });
});
