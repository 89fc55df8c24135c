/** The comparison: how its shapes stand, and what it says where nobody knows the right answer. */
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { App } from '../../../src/ui/App.tsx';
import { ShapesScreen } from '../../../src/ui/shapes/ShapesScreen.tsx';
import { openShapes } from '../../labs/openShapes.ts';
import { stubSize } from '../stubSize.ts';
import { prepareShapes } from './prepareShapes.ts';

prepareShapes();

async function open(hash: string) {
  const { browser, shapes } = await openShapes(hash);
  render(
    <App app={shapes.all}>
      <ShapesScreen {...shapes} />
    </App>,
  );
  const figure = within(screen.getByRole('figure', { name: 'Side by side' }));
  return {
    shapes,
    window: browser.window,
    figure,
    user: userEvent.setup({ delay: null }),
    until: (condition: () => boolean) => act(() => browser.until(condition)),
    /** The heights of their pictures, and where the numbers of their first steps stand. */
    pictures: () =>
      figure.getAllByRole('heading', { level: 3 }).map((heading) => {
        const picture = heading.parentElement?.parentElement?.querySelector('svg');
        const number = [...(picture?.querySelectorAll('text') ?? [])].find(
          ({ textContent }) => textContent === '1',
        );
        return {
          height: picture?.getAttribute('height'),
          x: number?.getAttribute('x'),
          y: number?.getAttribute('y'),
        };
      }),
  };
}

describe('shapes that are compared', () => {
  it('stand in one row where it has room, all their rows at the same heights, or under each other', async () => {
    stubSize(1200, 600);
    const { figure, user, pictures, window } = await open('#/shapes?compare=captions,feelings');
    const row = figure.getByRole('radio', { name: 'In one row' });
    expect(row).toBeChecked();
    const [one, other] = pictures();
    expect(one.y).toBeDefined();
    expect(other).toEqual(one);
    row.focus();
    await user.keyboard('{ArrowRight}');
    expect(figure.getByRole('radio', { name: 'Under each other' })).toBeChecked();
    expect(window.location.hash).toContain('arrange=stack');
    const [above, below] = pictures();
    expect(below.x).toBe(above.x);
    expect(below.height).not.toBe(above.height);
  });

  it('stand as a link says, which says nothing where they stand in one row', async () => {
    stubSize(1200, 600);
    const { figure, user, window } = await open('#/shapes?compare=captions,feelings&arrange=stack');
    expect(figure.getByRole('radio', { name: 'Under each other' })).toBeChecked();
    await user.click(figure.getByRole('radio', { name: 'In one row' }));
    expect(window.location.hash).not.toContain('arrange');
  });

  it('stand under each other where all is narrow, without a choice, and in one row as soon as it has room', async () => {
    const resize = stubSize(340, 600);
    const { figure } = await open('#/shapes?compare=captions,feelings');
    expect(figure.queryByRole('radio')).toBeNull();
    expect(figure.queryByText(/Too many timesteps/)).toBeNull();
    act(() => resize(1000, 600));
    expect(figure.getByRole('radio', { name: 'In one row' })).toBeChecked();
  });

  it('keep the selected timestep in sight where there are more than fit', async () => {
    stubSize(340, 600);
    const { shapes, figure, until } = await open('#/shapes?compare=text,captions');
    act(() => shapes.labs.text.actions.setText('the quick brown fox jumps over it'));
    await until(() => shapes.labs.text.run.getState().task.example.inputs.length === 32);
    act(() => shapes.all.actions.selectTimestep(31));
    // 32 columns of 17 pixels.
    expect(figure.getByRole('group', { name: /scrolls sideways/ }).scrollLeft).toBe(32 * 17 - 340);
  });

  it('of too many timesteps are said to have no room in one row', async () => {
    stubSize(700, 600);
    const { figure } = await open('#/shapes?compare=numbers,motion,feelings');
    expect(figure.queryByRole('radio')).toBeNull();
    expect(figure.getByText('Too many timesteps for one row.')).toBeVisible();
  });
});

it('says at which step a shape answers, and that nobody wrote down what is right', async () => {
  const { shapes, until } = await open('#/shapes?compare=captions,feelings');
  shapes.labs.feelings.actions.ask('I am so terrified of xyzzy');
  await until(() => shapes.labs.feelings.run.getState().task.example.inputs.length === 6);
  expect(screen.getByRole('figure', { name: 'Side by side' })).toHaveAccessibleDescription(
    /Many to one, reads at every step, answers at step 6 only; nobody wrote down what is right/,
  );
});
