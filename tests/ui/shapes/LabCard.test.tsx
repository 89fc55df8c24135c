/** One card of the five shapes over its real lab. */
import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TaskKind } from '../../../src/state/config.ts';
import { endBefore } from '../../../src/tasks/task.ts';
import { App } from '../../../src/ui/App.tsx';
import { AppContext } from '../../../src/ui/context.ts';
import { LabCard } from '../../../src/ui/shapes/LabCard.tsx';
import { ShapesContext } from '../../../src/ui/shapes/shapesContext.ts';
import { openShapes } from '../../labs/openShapes.ts';
import { prepareShapes, WIDTH } from './prepareShapes.ts';

prepareShapes();

async function open(task: TaskKind, ...how: Parameters<typeof openShapes>) {
  const { browser, shapes } = await openShapes(...how);
  const { container } = render(
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
    shapes,
    container,
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

  it('shows an answer that ends at once in its own column, and says that nothing follows', async () => {
    const { actions, run, container, until } = await open('captions', '#/shapes?tongue=en');
    await until(() => run.getState().snapshot.update === 800);
    act(() => actions.ask('0'.repeat(16)));
    await until(() => endBefore(run.getState().task, run.getState().snapshot.trace, 1) === 0);
    const box = [...container.querySelectorAll('g')].find((g) => g.lastChild?.textContent === '■');
    expect(Number(box?.querySelector('rect')?.getAttribute('width'))).toBeLessThan(WIDTH / 6);
    expect(
      [...container.querySelectorAll<HTMLElement>('[data-after]')].map((each) => each.dataset.after),
    ).toEqual(['1', '2', '3', '4', '5']);
    expect(screen.getByText('after ■ nothing is read')).toBeInTheDocument();
    expect(screen.getByRole('figure', { name: 'One to many' })).toHaveAccessibleDescription(
      /The answer ends with ■ at step 1\.$/,
    );
  });

  it('says that it is training where no trained state was kept', async () => {
    const { run, shapes, until } = await open('motion');
    await until(() => run.getState().snapshot.update === 0 && !run.getState().preparing);
    expect(screen.queryByText(/No trained state was kept/)).toBeNull();
    act(() => shapes.actions.goToTrained());
    await until(() => run.getState().phase.kind === 'seeking');
    expect(screen.getByText(/No trained state was kept/)).toHaveRole('status');
    act(() => shapes.all.actions.reset());
    await until(() => run.getState().phase.kind === 'paused');
    expect(screen.queryByText(/No trained state was kept/)).toBeNull();
  });

  it('says that layers are no longer measured once the network is another, until they are again', async () => {
    const { shapes, until } = await open('text', '#/shapes?hidden=3&seed=5&text=20');
    const trial = () => shapes.board.getState().trials.text;
    act(() => shapes.actions.measureDepths('text', true));
    act(() => shapes.actions.measureDepths('text', false));
    expect(screen.queryByText(/Measuring layers stopped/)).toBeNull();
    act(() => shapes.actions.measureDepths('text', true));
    expect(trial()).not.toBeNull();
    act(() => shapes.actions.choose({ cell: 'rnn' }));
    await until(() => shapes.board.getState().choice.cell === 'rnn');
    expect(screen.getByText(/Measuring layers stopped/)).toHaveRole('status');
    act(() => shapes.actions.measureDepths('text', true));
    expect(screen.queryByText(/Measuring layers stopped/)).toBeNull();
  });
});
