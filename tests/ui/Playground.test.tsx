import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../src/state/config.ts';
import { App } from '../../src/ui/App.tsx';
import { appPage } from './appPage.tsx';
import { stubInSight } from './stubInSight.ts';
import { stubSize } from './stubSize.ts';

// Asking jsdom for the style of every ancestor takes seconds on a whole page.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  // jsdom has the element without its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Media queries that match, by a part of them; what is returned changes them later. */
function stubMedia(matching: readonly string[]) {
  let parts = matching;
  const listeners = new Set<() => void>();
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return parts.some((part) => query.includes(part));
    },
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  }));
  return (next: readonly string[]) => {
    parts = next;
    for (const listener of listeners) act(listener);
  };
}

function show(config: Partial<Config> = {}, media: readonly string[] = []) {
  const changeMedia = stubMedia(media);
  stubSize(860, 620);
  stubInSight();
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  return { ...appPage((app) => <App app={app} />, config), changeMedia };
}

const main = () => screen.getByRole('main');
const named = (name: string) => screen.getByRole('figure', { name });

describe('training', () => {
  it('draws nothing anew by itself: every part of the page waits for its turn', async () => {
    stubMedia([]);
    stubSize(860, 620);
    stubInSight();
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const onRender = vi.fn();
    const { app, settle } = appPage((app) => (
      <Profiler id="page" onRender={onRender}>
        <App app={app} />
      </Profiler>
    ));
    await settle();
    const { run } = app;
    act(() => run.setState({ phase: { kind: 'training' } }));
    onRender.mockClear();
    const { snapshot, curve } = run.getState();
    act(() => run.setState({ snapshot: { ...snapshot, update: snapshot.update + 1 }, curve: { ...curve } }));
    expect(onRender).not.toHaveBeenCalled();
  });
});

describe('the playground', () => {
  it('has controls, network, weights and learning beside each other on a wide page', () => {
    show();
    const controls = screen.getByRole('complementary', { name: 'Controls' });
    const learning = screen.getByRole('complementary', { name: 'Learning' });
    expect(within(controls).getByRole('textbox', { name: 'Training text' })).toHaveValue('hello');
    expect(main()).toContainElement(named('Unrolled network'));
    expect(main()).toContainElement(named('Weights'));
    expect(learning).toContainElement(named('Hidden state'));
    expect(learning).toContainElement(screen.getByRole('button', { name: 'Train' }));
  });
});

it('has a way past the controls, first of all, to the button that trains', async () => {
  const { user } = show();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Skip to learning' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Train' })).toHaveFocus();
});

describe('on a phone', () => {
  it('everything is in one column, and the buttons are a part of their own', () => {
    show({}, ['max-width']);
    expect(screen.queryByRole('complementary')).toBeNull();
    for (const name of ['Unrolled network', 'Weights', 'Hidden state', 'Loss and accuracy']) {
      expect(main()).toContainElement(named(name));
    }
    const learning = within(main()).getByRole('region', { name: 'Learning' });
    expect(within(learning).getByRole('button', { name: 'Train' })).toBeVisible();
    expect(learning).not.toContainElement(named('Loss and accuracy'));
    const follows = named('Loss and accuracy').compareDocumentPosition(learning);
    expect(follows, 'where a frame shows all of the page, they stand there').toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('turning the screen keeps the run', async () => {
    const { app, changeMedia, settle } = show({}, ['max-width']);
    app.actions.advance(7);
    await settle();
    changeMedia([]);
    expect(screen.getByRole('complementary', { name: 'Controls' })).toBeVisible();
    expect(named('Unrolled network')).toHaveAccessibleDescription(/At update 7,/);
  });
});

describe('a network that stands in for the chosen one', () => {
  const isFaded = () => main().parentElement?.className.includes('standIn');

  it('fades until the chosen one is there', async () => {
    const cut = { kind: 'cut', update: 0 } as const;
    const { settle } = show({
      text: 'to be or not to be',
      hiddenSize: 256,
      layers: 3,
      interventions: [cut],
    });
    expect(named('Unrolled network')).toHaveAccessibleDescription(/1 of 4/);
    expect(main()).toHaveAttribute('aria-busy', 'true');
    expect(isFaded()).toBe(true);
    await settle();
    expect(isFaded()).toBe(false);
  });

  it('is not one of the same sizes and text, whose update is still to come', () => {
    const { app } = show();
    act(() => app.run.setState({ preparing: true }));
    expect(isFaded()).toBe(false);
    act(() => app.config.setState({ text: 'other' }));
    act(() => app.run.setState({ preparing: true }));
    expect(isFaded()).toBe(true);
  });
});

describe('all parts', () => {
  it('show the same update', async () => {
    const { user, settle } = show();
    await user.click(screen.getByRole('button', { name: '+10' }));
    await settle();
    expect(named('Unrolled network')).toHaveAccessibleDescription(/At update 10,/);
    expect(named('Weights')).toHaveAccessibleDescription(/at update 10/);
    expect(named('Loss and accuracy')).toHaveAccessibleDescription(/^At update 10 /);
  });

  it('light up the same matrix', () => {
    const { app } = show();
    act(() => app.view.setState({ matrix: { kind: 'W_hy', layer: 0 } }));
    const lit = within(named('Unrolled network'))
      .getAllByRole('button', { pressed: true })
      .map((arrow) => arrow.getAttribute('aria-label'));
    expect(lit).toHaveLength(4);
    expect(lit.every((name) => name?.startsWith('W_hy'))).toBe(true);
  });

  it('follow the keys of the page', async () => {
    const { app, settle } = show();
    fireEvent.keyDown(document.body, { key: 'ArrowRight' });
    expect(app.view.getState().timestep).toBe(1);
    fireEvent.keyDown(document.body, { key: '.' });
    await settle();
    expect(named('Unrolled network')).toHaveAccessibleDescription(/^Step 2 of 4 reads e .* At update 1,/);
  });

  it('survive a long text that takes the place of a short one, and back, at its last step', async () => {
    const { app, settle } = show({ text: 'a rather long text' });
    act(() => app.actions.selectTimestep(16));
    act(() => app.actions.setText('hi'));
    await settle();
    expect(named('Unrolled network')).toHaveAccessibleDescription(/^Step 1 of 1 reads h/);
    act(() => app.actions.setText('longer again'));
    await settle();
    expect(named('Unrolled network')).toHaveAccessibleDescription(/^Step 1 of 11 reads l/);
  });

  it('say that they are busy while a large network is prepared', async () => {
    const { settle } = show({ hiddenSize: 256, layers: 3, text: 'a rather long text' });
    expect(main()).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('complementary', { name: 'Learning' })).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('Preparing the new network…').closest('[role="status"]')).not.toBeNull();
    const reading = /of 17 reads a/;
    expect(named('Unrolled network')).toHaveAccessibleDescription(reading);
    await settle();
    expect(main()).toHaveAttribute('aria-busy', 'false');
    expect(screen.queryByText('Preparing the new network…')).toBeNull();
    expect(named('Unrolled network')).toHaveAccessibleDescription(reading);
  });
});

describe('the document', () => {
  it('has the language and the colours in force', async () => {
    const { app, changeMedia } = show();
    const { documentElement: root } = document;
    expect(root.lang).toBe('en');
    expect(root.dataset.scheme).toBe('light');
    changeMedia(['prefers-color-scheme: dark']);
    expect(root.dataset.scheme).toBe('dark');
    act(() => app.view.setState({ theme: 'light', language: 'ko' }));
    expect(root.dataset.scheme).toBe('light');
    await waitFor(() => expect(root.lang).toBe('ko'));
    expect(document.title).toMatch(/순환 신경망/);
    expect(screen.getByRole('figure', { name: '펼친 신경망' })).toBeVisible();
  });

  it('names what a link said that could not be read, until it is dismissed', async () => {
    const { app, user } = show();
    act(() => app.run.setState({ notice: { kind: 'linkUnread', keys: ['colour=red'] } }));
    expect(await screen.findByText(/could not be used: colour=red\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/could not be used/)).toBeNull();
  });
});
