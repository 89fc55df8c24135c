import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AppContext } from '../../../src/ui/context.ts';
import { UntilForm } from '../../../src/ui/time/UntilForm.tsx';
import { learningRun } from '../learningRun.ts';

/** At update 57, asked to go on until update `typed`. */
async function askFor(typed: string) {
  const app = learningRun();
  render(
    <AppContext value={app}>
      <UntilForm />
    </AppContext>,
  );
  const field = screen.getByRole('spinbutton', { name: 'until update' });
  await userEvent.clear(field);
  await userEvent.type(field, typed);
  await userEvent.click(screen.getByRole('button', { name: 'Go' }));
  const goTo = (update: number) =>
    act(() => app.run.setState(({ snapshot }) => ({ snapshot: { ...snapshot, update } })));
  return { app, goTo };
}

const PAST = 'Update 20 is past: go back to it on the curve.';

describe('an update to go on to', () => {
  it('that is past is said to be so, with the way back', async () => {
    const { app } = await askFor('20');
    expect(screen.getByText(PAST)).toBeVisible();
    expect(app.actions.trainUntil).not.toHaveBeenCalled();
  });

  it.each(['-1', 'abc'])('is not said to be past any more when %s is typed', async (typed) => {
    await askFor('20');
    const field = screen.getByRole('spinbutton', { name: 'until update' });
    await userEvent.clear(field);
    await userEvent.type(field, typed);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await userEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect(field).toBeInvalid();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('is past until the run went back before it', async () => {
    const { goTo } = await askFor('20');
    goTo(20);
    expect(screen.getByText('It is so already at this update.')).toBeVisible();
    goTo(10);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    goTo(30);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
