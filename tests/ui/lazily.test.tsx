import { act, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { askAgain, lazily, missing } from '../../src/ui/lazily.ts';

afterEach(() => missing.setState({ isTold: false }));

const Part = () => <p>here</p>;
const Another = () => <p>another</p>;
const settle = () => act(async () => undefined);

test('what cannot be loaded is told, and comes once something else could be loaded', async () => {
  const load = vi.fn<() => Promise<ComponentType>>().mockRejectedValueOnce(new Error('offline'));
  load.mockResolvedValue(Part);
  const Lazy = lazily(load, { waiting: () => <p>loading</p> });
  render(<Lazy />);
  expect(screen.getByText('loading')).toBeVisible();
  await settle();
  expect(screen.queryByText('loading')).toBeNull();
  expect(missing.getState().isTold).toBe(true);

  const Online = lazily(async () => Another);
  render(<Online />);
  expect(await screen.findByText('here')).toBeVisible();
  expect(screen.getByText('another')).toBeVisible();
  expect(missing.getState().isTold).toBe(false);
});

test('nobody is told of what nobody asked for, and asking again asks for it too', async () => {
  const load = vi.fn<() => Promise<ComponentType>>().mockRejectedValueOnce(new Error('offline'));
  load.mockResolvedValue(Part);
  const Lazy = lazily(load, { isSilent: true });
  render(<Lazy />);
  await settle();
  expect(missing.getState().isTold).toBe(false);
  act(askAgain);
  expect(await screen.findByText('here')).toBeVisible();
});

test('what was loaded between drawing and effect is shown', async () => {
  let arrive: (part: ComponentType) => void = () => undefined;
  const Lazy = lazily(() => new Promise<ComponentType>((resolve) => (arrive = resolve)));
  const first = render(<Lazy />);
  await act(async () => arrive(Part));
  first.unmount();
  render(<Lazy />);
  expect(screen.getByText('here')).toBeVisible();
});
