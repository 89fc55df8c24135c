import { rgb } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHex, labScale, parseHex } from '../../src/layout/labColor.ts';

const colors = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

it('a scale in L*a*b* is that of d3-interpolate', () => {
  fc.assert(
    fc.property(colors, colors, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
      const { r, g, b } = rgb(interpolateLab(from, to)(share)).clamp();
      const mine = labScale(from, to)(share);
      [r, g, b].forEach((byte, i) => {
        expect(Math.abs(mine[i] - byte)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

it('a colour is written as it was read', () => {
  fc.assert(fc.property(colors, (color) => formatHex(parseHex(color)) === color));
});
