import { describe, expect, it } from 'vitest';
import { OUTLINE, sumRoom } from '../../src/layout/sumRoom.ts';

const COLUMN = 102;

describe('the room of a sum', () => {
  it('has all parts in sight where they fit, or where nothing is measured yet', () => {
    expect(sumRoom(836, COLUMN, 5)).toMatchObject({ inSight: 5, beside: true });
    expect(sumRoom(0, COLUMN, 40)).toMatchObject({ inSight: 40, beside: true });
  });

  it('has as many whole parts as fit beside the sum', () => {
    expect(sumRoom(836, COLUMN, 11)).toMatchObject({ inSight: 5, beside: true });
    expect(sumRoom(430, COLUMN, 11)).toMatchObject({ inSight: 2, beside: true });
  });

  it('has the sum below where fewer than two parts would stand beside it', () => {
    expect(sumRoom(362, COLUMN, 11)).toMatchObject({ inSight: 2, beside: false });
    expect(sumRoom(362, 136, 11)).toMatchObject({ inSight: 2, beside: false });
    expect(sumRoom(180, 204, 11)).toMatchObject({ inSight: 1, beside: false });
  });

  it('never takes more than there is', () => {
    for (let width = 300; width < 1200; width += 7) {
      const { inSight, beside, sign, before, after } = sumRoom(width, COLUMN, 30);
      const row = (beside ? inSight + 1 : inSight) * COLUMN + (inSight - 1) * sign + before + after;
      expect(row).toBeLessThanOrEqual(width - 2 * OUTLINE);
    }
  });
});
