import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RangeField } from '../../src/ui/RangeField.tsx';
import { LINEAR, LOGARITHMIC, valueAt } from '../../src/ui/rangeScale.ts';

/** As wide as the track in the side column. */
const WIDTH = 200;

beforeEach(() => {
  const captured = new Set<number>();
  Object.assign(HTMLElement.prototype, {
    setPointerCapture: (pointer: number) => captured.add(pointer),
    hasPointerCapture: (pointer: number) => captured.has(pointer),
  });
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 0, WIDTH, 4));
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(HTMLElement.prototype, 'setPointerCapture');
  Reflect.deleteProperty(HTMLElement.prototype, 'hasPointerCapture');
});

function Units({ onDone }: { readonly onDone: () => void }) {
  const [units, setUnits] = useState(3);
  return (
    <>
      <label htmlFor="units">Units</label>
      <RangeField
        id="units"
        field="hiddenSize"
        scale={LOGARITHMIC}
        value={units}
        onChange={setUnits}
        onDone={onDone}
      />
    </>
  );
}

describe('with a pointer', () => {
  test('the slider is taken anywhere, follows, and tells when it is let go', () => {
    const onDone = vi.fn();
    render(<Units onDone={onDone} />);
    const slider = screen.getByRole('slider', { name: 'Units' });
    const track = slider.nextElementSibling ?? slider;
    fireEvent.pointerMove(track, { pointerId: 1, clientX: 10 + WIDTH });
    expect(slider, 'not held yet').toHaveValue('3');
    fireEvent.pointerDown(track, { pointerId: 1, button: 0, clientX: 10 + WIDTH / 3 });
    expect(slider).toHaveFocus();
    expect(slider).toHaveValue('8');
    fireEvent.pointerMove(track, { pointerId: 1, clientX: 10 + (WIDTH * 2) / 3 });
    expect(slider).toHaveValue('64');
    fireEvent.pointerMove(track, { pointerId: 1, clientX: 5000 });
    expect(slider).toHaveValue('512');
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.lostPointerCapture(track, { pointerId: 1 });
    expect(onDone).toHaveBeenCalledTimes(1);
  });
});

describe('the scales', () => {
  test.for([
    { name: 'logarithmic', scale: LOGARITHMIC },
    { name: 'linear', scale: LINEAR },
  ])('$name: every number has a place of its own that leads back to it', ({ scale }) => {
    const numbers = Array.from({ length: 512 }, (_, index) => index + 1);
    const places = numbers.map((number) => scale.fraction(number, 1, 512));
    expect(places.map((place) => valueAt(place, scale, 1, 512))).toEqual(numbers);
    expect([places[0], places[511]]).toEqual([0, 1]);
  });

  test('the numbers up to 16 are all under some pixel', () => {
    const hit = Array.from({ length: WIDTH + 1 }, (_, pixel) => valueAt(pixel / WIDTH, LOGARITHMIC, 1, 512));
    expect(hit).toEqual(expect.arrayContaining(Array.from({ length: 16 }, (_, index) => index + 1)));
  });
});
