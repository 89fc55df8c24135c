import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppContext, useConfig } from '../../src/ui/context.ts';
import { NumberField } from '../../src/ui/NumberField.tsx';
import { learningRun } from './learningRun.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** The field of a learning rate over a value that takes what it is given. */
function rateField() {
  const app = learningRun();
  const show = (learningRate: number) => act(() => app.config.setState({ learningRate }));
  const onChange = vi.fn(show);
  const { unmount } = render(
    <AppContext value={app}>
      <Rate onChange={onChange} />
    </AppContext>,
  );
  return { onChange, show, unmount };
}

function Rate({ onChange }: { readonly onChange: (value: number) => void }) {
  const value = useConfig((config) => config.learningRate);
  return <NumberField name="Rate" field="learningRate" value={value} onChange={onChange} />;
}

function box(): HTMLInputElement {
  return screen.getByRole('spinbutton', { name: 'Rate' });
}

function type(value: string) {
  fireEvent.change(box(), { target: { value } });
}

function pass(milliseconds: number) {
  act(() => vi.advanceTimersByTime(milliseconds));
}

describe('typing a number', () => {
  test('hands on only the finished one, and does not complain on the way', () => {
    const { onChange } = rateField();
    for (const text of ['', '0', '0.', '0.0', '0.05']) {
      type(text);
      pass(200);
      expect(box()).toBeValid();
    }
    pass(1000);
    expect(onChange.mock.calls).toEqual([[0.05]]);
  });

  test('hands it on at Enter', () => {
    const { onChange } = rateField();
    type('1e-3');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(onChange.mock.calls).toEqual([[0.001]]);
  });

  test('hands it on also when the field goes away', () => {
    const { onChange, unmount } = rateField();
    type('0.5');
    unmount();
    expect(onChange.mock.calls).toEqual([[0.5]]);
  });

  test('that is in force already changes nothing', () => {
    const { onChange } = rateField();
    type('0.010');
    fireEvent.blur(box());
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe.for(['', 'fast', '0', '-1', '1001', 'NaN', 'Infinity', '0x10'])('"%s"', (text) => {
  test('is marked and explained, also after the focus left, and never handed on', () => {
    const { onChange } = rateField();
    type(text);
    pass(1000);
    fireEvent.blur(box());
    expect(box()).toBeInvalid();
    expect(box()).toHaveValue(text);
    expect(box()).toHaveAccessibleDescription('Enter a number from 0.000001 to 1,000. Still using 0.01.');
    expect(box()).toHaveAttribute('aria-valuenow', '0.01');
    expect(onChange).not.toHaveBeenCalled();
  });
});

test('the bounds of a seed are written as the seed is, without commas', () => {
  render(
    <AppContext value={learningRun()}>
      <NumberField name="Rate" field="seed" value={1430} onChange={vi.fn()} />
    </AppContext>,
  );
  type('-1');
  fireEvent.blur(box());
  expect(box()).toHaveAccessibleDescription('Enter a whole number from 0 to 4294967295. Still using 1430.');
});

describe('a refused number', () => {
  test('is mended by typing', () => {
    const { onChange } = rateField();
    type('');
    fireEvent.blur(box());
    type('0.2');
    expect(box()).toBeValid();
    fireEvent.blur(box());
    expect(onChange.mock.calls).toEqual([[0.2]]);
    expect(box()).toHaveAccessibleDescription('');
  });

  test('goes back to the one in force at Escape, which is then not anyone else’s', () => {
    const { onChange } = rateField();
    type('fast');
    fireEvent.blur(box());
    expect(fireEvent.keyDown(box(), { key: 'Escape' })).toBe(false);
    expect(box()).toHaveValue('0.01');
    expect(box()).toBeValid();
    expect(fireEvent.keyDown(box(), { key: 'Escape' })).toBe(true);
    expect(onChange).not.toHaveBeenCalled();
  });

  test('makes way for a number from elsewhere', () => {
    const { show } = rateField();
    type('fast');
    fireEvent.blur(box());
    show(0.3);
    expect(box()).toHaveValue('0.3');
    expect(box()).toBeValid();
  });
});

describe('the arrow keys', () => {
  test('go along round numbers, as one change', () => {
    const { onChange } = rateField();
    for (let press = 0; press < 3; press += 1) fireEvent.keyDown(box(), { key: 'ArrowUp' });
    expect(box()).toHaveValue('0.1');
    pass(1000);
    expect(onChange.mock.calls).toEqual([[0.1]]);
  });

  test('start from the number in force where none is typed', () => {
    rateField();
    type('');
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    expect(box()).toHaveValue('0.005');
  });

  test('belong to an input method while it composes', () => {
    rateField();
    fireEvent.keyDown(box(), { key: 'ArrowUp', keyCode: 229 });
    expect(box()).toHaveValue('0.01');
  });
});
