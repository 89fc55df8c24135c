import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { useRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../../src/state/config.ts';
import type { View } from '../../../src/state/view.ts';
import { KeepInSight } from '../../../src/ui/overview/KeepInSight.tsx';
import { stubInSight } from '../stubInSight.ts';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

const AWAY = 0.2;
const NAME = 'The network in small';

function Network() {
  const around = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={around}>
        <figure aria-label="network" />
      </div>
      <KeepInSight around={around} />
    </>
  );
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function scrolledAway(config: Partial<Config> = {}, view: Partial<View> = {}, width = 600) {
  stubSize(width, 56);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  const scroll = stubInSight();
  const page = trainedPage(<Network />, config, view);
  expect(screen.queryByRole('group', { name: NAME })).toBeNull();
  scroll(AWAY);
  const strip = await screen.findByRole('group', { name: NAME });
  const column = (t: number) => {
    const found = strip.querySelector(`[data-timestep="${t}"]`);
    if (!found) throw new Error(`step ${t} is not in the strip`);
    return found;
  };
  return { ...page, scroll, strip, column };
}

describe('the strip', () => {
  it('is there only while the network is not, with what each step reads, says and should say', async () => {
    const { strip, column, scroll, train } = await scrolledAway();
    train(200);
    expect(strip).toHaveTextContent('Accuracy100%');
    expect(strip).toHaveTextContent('Update200');
    expect(column(3).querySelector('title')).toHaveTextContent('step 4, letter l, predicts o, right');
    expect([...column(3).querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      'o',
      '✓',
      'o',
      'l',
    ]);
    scroll(1);
    expect(screen.queryByRole('group', { name: NAME })).toBeNull();
  });

  it('waits in a frame, too, until the network has gone upwards', async () => {
    const observe = vi.fn();
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        disconnect() {}
        constructor(_: unknown, options: IntersectionObserverInit) {
          observe(options);
        }
      },
    );
    trainedPage(<Network />);
    // Without a root, a frame in a page of another origin has no margins.
    expect(observe).toHaveBeenCalledWith(
      expect.objectContaining({ root: document, rootMargin: expect.stringMatching(/ 1000000px 0px$/) }),
    );
  });

  it('selects the step that is clicked', async () => {
    const { column, selectTimestep } = await scrolledAway();
    fireEvent.click(column(2));
    expect(selectTimestep).toHaveBeenCalledWith(2);
  });

  it('shows the part of a long text around the selected step', async () => {
    const text = 'abcdefghij'.repeat(20);
    const { strip, column, view } = await scrolledAway({ text }, { timestep: 120 }, 340);
    expect(strip.querySelectorAll('[data-timestep]')).toHaveLength(10);
    expect(column(120)).toHaveTextContent('letter a');
    act(() => view.setState({ timestep: 5 }));
    expect(column(5)).toHaveTextContent('letter f');
  });

  it('says no prediction that is still to be guessed', async () => {
    const { strip, column, view, run } = await scrolledAway({}, { guessing: true });
    expect(strip).not.toHaveTextContent(/[✓✗]|predicts [a-z]/);
    expect(column(1).querySelector('text')).toHaveTextContent('?');
    const { runId, update } = run.getState().snapshot;
    const round = { runId, update, guesses: [null, 3, null, null], revealed: false };
    act(() => view.setState({ round }));
    expect(column(1).querySelector('text')).toHaveTextContent('o');
    act(() => view.setState({ round: { ...round, revealed: true } }));
    expect(strip).toHaveTextContent(/[✓✗]/);
  });

  it('leaves out learning where the link does', async () => {
    const { strip } = await scrolledAway({}, { hidden: ['learning'] });
    expect(strip).not.toHaveTextContent('Accuracy');
    expect(within(strip).getAllByRole('button')).toHaveLength(1);
  });

  it('is two buttons to a screen reader, for the figures are there already', async () => {
    const { strip, container } = await scrolledAway();
    expect(
      within(strip)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Network', 'Train']);
    expect(within(strip).queryByRole('img')).toBeNull();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('uncovers what the keyboard brings below it, where the browser does not, and leaves the rest', async () => {
    const { strip } = await scrolledAway();
    const edge = 56;
    const rect = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect');
    const scrolled: string[] = [];
    const tops = { covered: 20, sticking: edge - 1, below: 300 };
    for (const [name, top] of Object.entries(tops)) {
      const field = document.body.appendChild(document.createElement('input'));
      field.scrollIntoView = () => void scrolled.push(name);
      rect.mockImplementation(function (this: HTMLElement) {
        return this === strip ? new DOMRect(0, 0, 600, edge) : new DOMRect(0, top, 40, 100);
      });
      field.focus();
      field.remove();
    }
    expect(scrolled).toEqual(['covered']);
  });

  it('leads back to the network, and hands the focus over when it goes', async () => {
    const { strip, scroll } = await scrolledAway();
    const network = screen.getByRole('figure', { name: 'network' });
    network.scrollIntoView = vi.fn();
    await userEvent.click(within(strip).getByRole('button', { name: 'Back to the network' }));
    expect(network.scrollIntoView).toHaveBeenCalledOnce();
    scroll(1);
    expect(network).toHaveFocus();
  });
});
