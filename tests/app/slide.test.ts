import { expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { saidAt, targetAt } from '../../src/tasks/task.ts';
import { hashIn, open } from './openApp.ts';

it("the lecture's slide is three of four right, o instead of e, from wherever one was", async () => {
  const { app, browser, advance, choose, setText, intervene, openSlide, link, setPanel } = open();
  setText('banana');
  choose({ cell: 'lstm', hiddenSize: 9 });
  advance(12);
  await browser.settle();
  intervene({ kind: 'cut' });
  setPanel('reach', true);
  openSlide?.();
  await browser.settle();

  const { task, snapshot } = app.run.getState();
  const names = task.outputNames;
  const said = task.example.inputs.map((_, t) => names[saidAt(task, snapshot.trace, t)]);
  const wanted = task.example.inputs.map((_, t) => names[targetAt(task, t) ?? -1]);
  expect([said.join(''), wanted.join('')]).toEqual(['ollo', 'ello']);
  expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
  expect(app.view.getState()).toMatchObject({ timestep: 0, panels: ['weights', 'reach'] });

  const elsewhere = open({ hash: hashIn(link()) });
  await elsewhere.browser.settle();
  expect(elsewhere.app.run.getState().snapshot.trace).toEqual(snapshot.trace);
});

it('going back from the slide comes to where one was', async () => {
  const { app, browser, openSlide, setText } = open();
  setText('banana');
  await browser.settle();
  openSlide?.();
  await browser.settle();
  expect(app.config.getState().text).toBe('hello');
  browser.window.go(-1);
  await browser.settle();
  expect(app.config.getState().text).toBe('banana');
});
