/** One card of the five shapes over its real lab. */
import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TaskKind } from '../../../src/state/config.ts';
import { App } from '../../../src/ui/App.tsx';
import { AppContext } from '../../../src/ui/context.ts';
import { LabCard } from '../../../src/ui/shapes/LabCard.tsx';
import { ShapesContext } from '../../../src/ui/shapes/shapesContext.ts';
import { openShapes } from '../../labs/openShapes.ts';
import { prepareShapes, WIDTH } from './prepareShapes.ts';

prepareShapes();

async function open(task: TaskKind) {
  const { browser, shapes } = await openShapes();
  render(
    <App app={shapes.all}>
      <ShapesContext value={shapes}>
        <AppContext value={shapes.labs[task]}>
          <LabCard task={task} />
        </AppContext>
      </ShapesContext>
    </App>,
  );
  return {
    ...shapes.labs[task],
    select: (timestep: number) => act(() => shapes.all.actions.selectTimestep(timestep)),
    until: (condition: () => boolean) => act(() => browser.until(condition)),
  };
}

const scrolled = () => screen.queryByRole('group', { name: /scrolls sideways/ });

describe('a card', () => {
  it('keeps the selected timestep in sight where there are more than fit, and shows that there are more', async () => {
    const { actions, run, select, until } = await open('text');
    expect(scrolled()).toBeNull();
    act(() => actions.setText('the quick brown fox jumps'));
    await until(() => run.getState().task.example.inputs.length === 24);
    const scroller = scrolled();
    expect(scroller).toHaveAttribute('tabindex', '0');
    expect(scroller?.parentElement).toHaveAttribute('data-more-after', 'true');
    select(23);
    // 24 columns of 17 pixels with 22 on either side.
    expect(scroller?.scrollLeft).toBe(24 * 17 + 2 * 22 - WIDTH);
    select(0);
    expect(scroller?.scrollLeft).toBe(0);
  });

  it('says at which update was counted while the network is at another', async () => {
    const { actions, run, until } = await open('feelings');
    await until(() => run.getState().examination?.update === 0);
    expect(screen.getByText('feelings right')).toBeVisible();
    act(() => actions.advance(1));
    await until(() => run.getState().snapshot.update === 1 && run.getState().examination?.update !== 1);
    expect(screen.getByText('feelings right, update 0')).toBeVisible();
    await until(() => run.getState().examination?.update === 1);
    expect(screen.getByText('feelings right')).toBeVisible();
  });

  it('says in words that it reads a picture', async () => {
    await open('captions');
    expect(screen.getByRole('figure', { name: 'One to many' })).toHaveAccessibleDescription(
      /^\d+ timesteps; step 1, reads a picture, /,
    );
  });

  it('counts one timestep as one', async () => {
    const { actions, run, until } = await open('text');
    act(() => actions.setText('ab'));
    await until(() => run.getState().task.example.inputs.length === 1);
    expect(screen.getByRole('figure', { name: 'One to one' })).toHaveAccessibleDescription(
      /^1 timestep; step 1, /,
    );
  });
});
