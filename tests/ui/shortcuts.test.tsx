import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { characterKeys } from '../../src/ui/characterKeys.ts';
import { AppContext } from '../../src/ui/context.ts';
import { ShortcutsDialog } from '../../src/ui/ShortcutsDialog.tsx';
import { useShortcuts } from '../../src/ui/shortcuts.ts';
import { learningRun } from './learningRun.ts';

beforeEach(() => {
  characterKeys.set(true);
  // jsdom has the element without its methods
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

afterEach(() => {
  vi.restoreAllMocks();
});

function Page() {
  const shortcuts = useShortcuts();
  return (
    <>
      <input aria-label="text" />
      <input aria-label="number" type="number" />
      <input aria-label="range" type="range" />
      <input aria-label="radio" type="radio" />
      <input aria-label="chosen radio" type="radio" defaultChecked />
      <select aria-label="select" />
      <button type="button">button</button>
      <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />
    </>
  );
}

function show(...run: Parameters<typeof learningRun>) {
  const app = learningRun(...run);
  render(
    <AppContext value={app}>
      <Page />
    </AppContext>,
  );
  return app;
}

const press = (key: string, target: Element = document.body, more = {}) =>
  fireEvent.keyDown(target, { key, ...more });

describe('keys of the page', () => {
  test('space trains and pauses, once however long it is held', () => {
    const app = show();
    press(' ');
    press(' ', document.body, { repeat: true });
    expect(app.actions.train).toHaveBeenCalledOnce();
    act(() => app.run.setState({ phase: { kind: 'training' } }));
    press(' ');
    expect(app.actions.pause).toHaveBeenCalledOnce();
  });

  test('a diverged run is not driven on', () => {
    const app = show({ phase: { kind: 'diverged', update: 58, loss: Number.NaN } });
    press(' ');
    press('.');
    expect(app.actions.train).not.toHaveBeenCalled();
    expect(app.actions.advance).not.toHaveBeenCalled();
  });

  test('arrows, Home and End move along the text and . trains one update', () => {
    const app = show({}, {}, { timestep: 2 });
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', '.']) press(key);
    expect(app.actions.selectTimestep.mock.calls).toEqual([[1], [3], [0], [Number.POSITIVE_INFINITY]]);
    expect(app.actions.advance.mock.calls).toEqual([[1]]);
  });

  test('a handled key does nothing else, any other key is left alone', () => {
    show();
    expect(press('ArrowLeft')).toBe(false);
    expect(press('x')).toBe(true);
    expect(press('toString')).toBe(true);
  });

  test('the keys end with the page', () => {
    const app = show();
    cleanup();
    press(' ');
    expect(app.actions.train).not.toHaveBeenCalled();
  });
});

describe('a key stays with the control that uses it', () => {
  const everyKey = [' ', '.', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '?'];
  const control = (name: string) =>
    name === 'button' ? screen.getByRole('button', { name }) : screen.getByLabelText(name);

  test.each([
    ['text', []],
    ['number', []],
    ['select', []],
    ['range', [' ', '.', '?']],
    ['radio', ['.', '?']],
    ['chosen radio', [' ', '.', '?']],
    ['button', ['.', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '?']],
  ])('%s', (name, forThePage) => {
    show();
    const target = control(name);
    expect(everyKey.filter((key) => press(key, target) === false)).toEqual(forThePage);
  });

  test('nothing fires with a modifier, in a composition, or where a control has answered', () => {
    const app = show();
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey']) {
      press('ArrowLeft', document.body, { [modifier]: true });
      press(' ', document.body, { [modifier]: true });
    }
    press('ArrowLeft', document.body, { isComposing: true });
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press('ArrowLeft');
    expect(app.actions.selectTimestep).not.toHaveBeenCalled();
    expect(app.actions.train).not.toHaveBeenCalled();
  });
});

describe('list of keys', () => {
  test('? opens it, Close closes it, and the page is still beneath', async () => {
    const app = show();
    expect(screen.queryByRole('dialog')).toBeNull();
    press('?', document.body, { shiftKey: true });
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }).textContent).toContain(
      'Train or pause',
    );
    press('ArrowRight');
    expect(app.actions.selectTimestep).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    press('ArrowRight');
    expect(app.actions.selectTimestep).toHaveBeenCalledWith(1);
  });

  test('closed by Escape, it can be opened again', () => {
    show();
    press('?');
    act(() => screen.getByRole<HTMLDialogElement>('dialog').close());
    press('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveProperty('open', true);
  });

  test('keys of one character can be switched off; named keys remain', async () => {
    const app = show();
    press('?');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Enable the , . ? n and p shortcuts' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    press('.');
    press('?');
    expect(app.actions.advance).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    press(' ');
    expect(app.actions.train).toHaveBeenCalledOnce();
  });

  test('the switch holds where the browser keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    const app = show();
    press('?');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Enable the , . ? n and p shortcuts' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    press('.');
    expect(app.actions.advance).not.toHaveBeenCalled();
  });
});
