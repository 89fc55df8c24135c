import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readLink } from '../../src/state/url.ts';
import type { Settings } from '../../src/state/view.ts';
import { InTurn, TakeTurns } from '../../src/ui/InTurn.tsx';
import { InsideFigure } from '../../src/ui/inside/InsideFigure.tsx';
import { PlaceFigure } from '../../src/ui/place/PlaceFigure.tsx';
import { ReachFigure } from '../../src/ui/reach/ReachFigure.tsx';
import { appPage } from './appPage.tsx';
import { stubCanvas } from './heatmapFixture.tsx';
import { stubSize } from './stubSize.ts';

beforeEach(() => {
  stubSize(800, 600);
  stubCanvas();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const FIGURES = { inside: <InsideFigure />, reach: <ReachFigure />, place: <PlaceFigure /> };

async function openWith(panel: keyof typeof FIGURES, settings: Settings = {}, config = {}) {
  const page = appPage(
    ({ run }) => (
      <TakeTurns run={run}>
        <InTurn>{FIGURES[panel]}</InTurn>
      </TakeTurns>
    ),
    config,
    { settings },
  );
  await page.settle();
  return {
    ...page,
    settings: () => page.app.view.getState().settings[panel] ?? '',
    keys: () => {
      const { notice } = page.app.run.getState();
      return notice?.kind === 'linkUnread' ? notice.keys : [];
    },
  };
}
const loss = () => screen.getByRole('slider', { name: 'Loss at step' });

it('a choice is in the link, and is made there where the link is opened', async () => {
  const page = await openWith('reach');
  fireEvent.change(loss(), { target: { value: '2' } });
  await userEvent.click(screen.getByRole('radio', { name: 'log' }));
  await userEvent.selectOptions(screen.getByRole('combobox'), '0');
  const link = page.app.actions.link();
  expect(link).toMatch(/&reach=scale:log,loss:2,matrix:W_xh$/);
  cleanup();
  await openWith('reach', readLink(link.slice(link.indexOf('#'))).link.settings);
  expect(loss()).toHaveValue('2');
  expect(screen.getByRole('radio', { name: 'log' })).toBeChecked();
  expect(screen.getByRole('combobox')).toHaveValue('0');
});

it('the operation gone to lights up in the network where the link is opened, without a way there', async () => {
  Element.prototype.scrollIntoView = vi.fn();
  const { app } = await openWith('inside', { inside: 'at:2' });
  expect(app.view.getState()).toMatchObject({ matrix: { kind: 'W_hh' }, block: { role: 'hidden', lag: 1 } });
  expect(screen.getByRole('status')).toHaveTextContent(/The recurrent weights/);
  expect(Element.prototype.scrollIntoView).not.toHaveBeenCalled();
  await userEvent.keyboard('n');
  expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
});

it('a cube is turned as in the link, and back', async () => {
  const { settings, user } = await openWith('place', { place: 'trail:0,turn:1.2 0.1' });
  expect(screen.getByRole('checkbox')).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Reset view' }));
  expect(settings()).toBe('trail:0');
});

it('what a link says and there is not is named and goes out of the link', async () => {
  const { settings, keys, app } = await openWith('reach', { reach: 'loss:99,scale:log,nothing:1' });
  expect(keys()).toEqual(['reach=loss:99', 'reach=nothing:1']);
  expect(settings()).toBe('scale:log');
  expect(app.actions.link()).toMatch(/&reach=scale:log$/);
});

it('what a text or a network makes impossible goes without a word', async () => {
  const { settings, keys, settle, app } = await openWith(
    'inside',
    { inside: 'pins:1-1.i-1 4-1.h-2,lines:1.i' },
    { cell: 'lstm' },
  );
  const pins = () => within(screen.getByRole('region', { name: 'Kept to compare' })).getAllByRole('listitem');
  expect(pins()).toHaveLength(2);
  act(() => app.actions.setText('abc'));
  await settle();
  expect(settings()).toBe('pins:1-1.i-1,lines:1.i');
  expect(pins()).toHaveLength(1);
  act(() => app.actions.choose({ cell: 'rnn' }));
  await settle();
  expect(settings()).toBe('');
  expect(keys()).toEqual([]);
});

it('a link that is followed is read by the network that it comes with', async () => {
  const { settings, keys, settle, browser } = await openWith('reach', { reach: 'loss:4' });
  act(() => browser.window.enter('#/playground?text=a+longer+text&cell=lstm&reach=state:c,loss:9'));
  await settle();
  expect(settings()).toBe('state:c,loss:9');
  act(() => browser.window.enter('#/playground?text=abc&reach=state:c,loss:2'));
  await settle();
  expect(settings()).toBe('loss:2');
  expect(keys()).toEqual(['reach=state:c']);
});
