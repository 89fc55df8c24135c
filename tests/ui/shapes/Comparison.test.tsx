/** The comparison where somebody asked what nobody knows the right answer to. */
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { App } from '../../../src/ui/App.tsx';
import { ShapesScreen } from '../../../src/ui/shapes/ShapesScreen.tsx';
import { openShapes } from '../../openShapes.ts';
import { prepareShapes } from './prepareShapes.ts';

prepareShapes();

it('says at which step a shape answers, and that nobody wrote down what is right', async () => {
  const { browser, shapes } = await openShapes('#/shapes?compare=captions,feelings');
  render(
    <App app={shapes.all}>
      <ShapesScreen {...shapes} />
    </App>,
  );
  shapes.labs.feelings.actions.ask('I am so terrified of xyzzy');
  await act(() => browser.until(() => shapes.labs.feelings.run.getState().task.example.inputs.length === 6));
  expect(screen.getByRole('figure', { name: 'Side by side' })).toHaveAccessibleDescription(
    /Many to one, reads at every step, answers at step 6 only; nobody wrote down what is right/,
  );
});
