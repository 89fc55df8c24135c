import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { App } from '../../src/ui/App.tsx';
import { learningRun } from './learningRun.ts';

test('where drawing the page fails a sentence is left, and it can be tried again', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let fails = true;
  function Fragile() {
    if (fails) throw new Error('out of ink');
    return <p>drawn</p>;
  }
  render(
    <App app={learningRun()}>
      <Fragile />
    </App>,
  );
  expect(screen.getAllByRole('alert').at(-1)).toHaveTextContent(/^Drawing this page failed/);
  fails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Draw again' }));
  expect(screen.getByText('drawn')).toBeVisible();
});
