import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/state/url.ts';
import { hashIn, open } from './openApp.ts';

describe('what a panel wants to see', () => {
  const included = ({ browser }: ReturnType<typeof open>) =>
    browser.worker.received.findLast((command) => command.type === 'pull')?.wants[0].include;

  it('is asked for while it is open, and fits the text', async () => {
    const page = open();
    const { browser, want, setText } = page;
    await browser.settle();
    want('reach', { reach: { from: 0, to: 4 }, contributions: { view: 1, from: 0, to: 4 } });
    want('place', { trail: 6 });
    await browser.settle();
    const reach = { from: 0, to: 4 };
    const contributions = { view: 1, ...reach };
    expect(included(page)).toMatchObject({ parameters: true, curve: true, reach, contributions, trail: 6 });
    setText('abc');
    await browser.settle();
    expect(included(page)).toMatchObject({ reach: { from: 0, to: 2 }, trail: 6 });
    want('reach', null);
    await browser.settle();
    expect(included(page)).toMatchObject({ reach: null, contributions: null, trail: 6 });
  });

  it('comes with the snapshots', async () => {
    const { app, browser, want, advance } = open();
    want('reach', { reach: { from: 0, to: 4 }, contributions: { view: 1, from: 0, to: 4 } });
    want('place', { trail: 2 });
    advance(20);
    await browser.settle();
    const { reach, contributions, trail } = app.run.getState().snapshot;
    expect(reach?.hidden[0]).toHaveLength(16);
    expect(contributions?.values).toHaveLength(4 * 9);
    expect(trail).toHaveLength(2);
  });
});

describe('looks', () => {
  it('are in the link: panels in their order, the nearer end of the fold, guessing', () => {
    const { app, setPanel, setFold, setGuessing, link } = open({ hash: '#/playground?hide=controls' });
    expect(app.view.getState()).toMatchObject({ panels: ['weights'], hidden: ['controls'] });
    setPanel('place', true);
    setPanel('inside', true);
    setPanel('inside', true);
    setPanel('weights', false);
    setGuessing(true);
    setFold(0.6);
    expect(app.view.getState()).toMatchObject({ panels: ['inside', 'place'], fold: 0.6, guessing: true });
    const other = open({ hash: hashIn(link()) });
    expect(other.app.view.getState()).toMatchObject({
      panels: ['inside', 'place'],
      hidden: ['controls'],
      fold: 0.6,
      guessing: true,
    });
    setFold(0.123);
    expect(link()).toContain('fold=0.12&');
    setFold(-1);
    expect(app.view.getState().fold).toBe(0);
    setFold(7);
    expect(app.view.getState().fold).toBe(1);
  });

  it('are in the address soon, and come with a link', async () => {
    const { app, browser, setPanel, setFold } = open();
    await browser.settle();
    setPanel('reach', true);
    setFold(1);
    browser.window.pass(1000);
    expect(readLink(browser.window.location.hash).link).toMatchObject({
      panels: ['weights', 'reach'],
      fold: 1,
    });
    browser.window.enter('#/playground?open=none&guess=1');
    await browser.settle();
    expect(app.view.getState()).toMatchObject({ panels: [], fold: 0, guessing: true });
  });
});
