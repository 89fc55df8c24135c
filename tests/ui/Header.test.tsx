import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppContext } from '../../src/ui/context.ts';
import { Header } from '../../src/ui/Header.tsx';
import { learningRun } from './learningRun.ts';

afterEach(() => {
  vi.useRealTimers();
});

function show() {
  const app = learningRun();
  app.actions.setLanguage.mockImplementation((language) => app.view.setState({ language }));
  const onShowKeys = vi.fn();
  render(
    <AppContext value={app}>
      <Header onShowKeys={onShowKeys} />
    </AppContext>,
  );
  return { app, onShowKeys };
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => act(async () => fireEvent.click(button(name)));
const outcome = () => screen.getByRole('status');

describe('the language', () => {
  it('changes every word in place, and is named in itself', async () => {
    const { app } = show();
    const copy = button('Copy link');
    expect(button('English')).toHaveAttribute('aria-pressed', 'true');
    await press('한국어');
    expect(app.view.getState().language).toBe('ko');
    expect(button('링크 복사')).toBe(copy);
    expect(button('한국어')).toHaveAttribute('aria-pressed', 'true');
    expect(button('English')).toHaveAttribute('aria-pressed', 'false');
    expect(button('English')).toHaveAttribute('lang', 'en');
    await press('English');
    expect(button('Copy link')).toBe(copy);
  });
});

describe('in a frame', () => {
  afterEach(() => {
    delete document.documentElement.dataset.framed;
  });

  it('of parts of the page only the name and the languages are left', async () => {
    document.documentElement.dataset.framed = '';
    const { app } = show();
    expect(button('Copy link')).toBeVisible();
    act(() => app.view.setState({ hidden: ['controls'] }));
    expect(screen.getByRole('heading', { name: 'Unrolled' })).toBeVisible();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      '한국어',
      'English',
    ]);
    await press('한국어');
    expect(button('한국어')).toHaveAttribute('aria-pressed', 'true');
  });

  it('a page of its own keeps the whole header, whatever it leaves out', () => {
    const { app } = show();
    act(() => app.view.setState({ hidden: ['controls'] }));
    expect(button('Copy link')).toBeVisible();
  });
});

describe('the colours', () => {
  it('go round: the system, light, dark', async () => {
    const { app } = show();
    for (const [name, theme] of [
      ['Colour theme: follow the system', 'light'],
      ['Colour theme: light', 'dark'],
      ['Colour theme: dark', 'system'],
    ]) {
      await press(name);
      expect(app.view.getState().theme).toBe(theme);
    }
    expect(button('Colour theme: follow the system')).toBeVisible();
  });
});

describe('the link', () => {
  it('is copied, which is said for a while', async () => {
    vi.useFakeTimers();
    const { app } = show();
    expect(outcome()).toBeEmptyDOMElement();
    await press('Copy link');
    expect(app.actions.copyLink).toHaveBeenCalledOnce();
    expect(outcome()).toHaveTextContent('Link copied. It opens this network at this update.');
    act(() => vi.advanceTimersByTime(10_000));
    expect(outcome()).toBeEmptyDOMElement();
  });

  it('is said again from the start when it is copied again', async () => {
    vi.useFakeTimers();
    show();
    await press('Copy link');
    act(() => vi.advanceTimersByTime(3000));
    await press('Copy link');
    act(() => vi.advanceTimersByTime(3000));
    expect(outcome()).toHaveTextContent('Link copied');
  });

  it('is shown to be copied by hand where the browser refuses, until it is closed', async () => {
    vi.useFakeTimers();
    const { app } = show();
    app.actions.copyLink.mockResolvedValue(false);
    app.actions.link.mockReturnValue('https://unrolled.example/#/playground?update=57');
    await press('Copy link');
    const field = screen.getByRole('textbox', { name: /did not allow copying/ });
    expect(field).toHaveValue('https://unrolled.example/#/playground?update=57');
    expect(field).toHaveAttribute('readonly');
    act(() => vi.advanceTimersByTime(60_000));
    expect(field).toBeVisible();
    await press('Close');
    expect(outcome()).toBeEmptyDOMElement();
  });
});

it('opens the list of keys', async () => {
  const { onShowKeys } = show();
  await press('Keyboard shortcuts');
  expect(onShowKeys).toHaveBeenCalledOnce();
});
