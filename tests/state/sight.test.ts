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
    const sights = [
      { reach },
      { trail: 3, contributions },
      { gates: true },
      { trail: 5, examination: true },
      { probe },
      {},
    ];
    expect(joinSights(sights)).toEqual({
      ...{ gates: true, examination: true },
      ...{ reach, contributions, trail: 5, probe },
    });
  });

  it('is the first of two that exclude each other', () => {
    expect(joinSights([{ reach }, { reach: { from: 0, to: 1 } }]).reach).toEqual(reach);
  });
});

describe('what a run can show of it', () => {
  const wanted = { ...NOTHING_MORE, gates: true, reach, contributions, trail: 2 };

  it('is all of it where the text and the network are large enough', () => {
    expect(fitSight(wanted, { cell: 'gru', timesteps: 9, views: 4 })).toEqual(wanted);
  });

  it('ends with the text, and leaves out what is not there at all', () => {
    expect(fitSight(wanted, { cell: 'gru', timesteps: 3, views: 3 })).toEqual({
      ...wanted,
      reach: { from: 2, to: 3 },
      contributions: null,
    });
    expect(fitSight(wanted, { cell: 'gru', timesteps: 2, views: 4 })).toEqual({
      ...wanted,
      reach: null,
      contributions: { view: 3, from: 0, to: 2 },
    });
  });

  it('is no gates of a cell without any', () => {
    expect(fitSight(wanted, { cell: 'rnn', timesteps: 9, views: 4 })).toEqual({ ...wanted, gates: false });
  });
});
