import { describe, expect, it } from 'vitest';
import { asText } from '../../src/tasks/text.ts';
import { bitsOf, hashOf, open } from './openApp.ts';

describe('the text', () => {
  it('keeps the network where it is too short, and says so until it is long enough', async () => {
    const { app, browser, setText, advance } = open();
    advance(5);
    await browser.settle();
    const before = bitsOf(app);
    setText('h');
    await browser.settle();
    expect(app.run.getState().textNotice).toEqual({ kind: 'tooShort' });
    expect(bitsOf(app)).toEqual(before);
    expect(app.config.getState().text).toBe('hello');
    setText('hi');
    await browser.settle();
    expect(app.run.getState().textNotice).toBeNull();
    expect(app.run.getState()).toMatchObject({ task: { text: 'hi' }, snapshot: { update: 0 } });
  });

  it('still says so when something else is chosen, or the browser goes back', async () => {
    const { app, browser, setText, choose } = open({ hash: hashOf({ config: { text: 'banana' } }) });
    const step = async (change: () => void) => {
      change();
      await browser.settle();
      browser.window.pass(1000);
      return app.run.getState().textNotice;
    };
    await step(() => setText('hello'));
    await step(() => choose({ hiddenSize: 4 }));
    await step(() => setText('h'));
    expect(await step(() => choose({ cell: 'lstm' }))).toEqual({ kind: 'tooShort' });
    expect(app.config.getState()).toMatchObject({ text: 'hello', cell: 'lstm' });
    expect(await step(() => browser.window.go(-1))).toEqual({ kind: 'tooShort' });
    expect(app.config.getState()).toMatchObject({ text: 'hello', cell: 'rnn', hiddenSize: 4 });
    expect(await step(() => browser.window.go(-2))).toBeNull();
    expect(app.config.getState().text).toBe('banana');
  });

  it('says that a letter of too many characters was read as several', async () => {
    const { app, browser, setText } = open();
    setText(`a${'\u0301'.repeat(40)}b`);
    await browser.until(() => !app.run.getState().preparing);
    expect(app.run.getState()).toMatchObject({
      textNotice: { kind: 'clusterSplit', limit: 32 },
      task: { example: { inputs: { length: 2 } } },
    });
    setText(`a${'\u0301'.repeat(31)}b`);
    await browser.until(() => !app.run.getState().preparing);
    expect(app.run.getState().textNotice).toBeNull();
  });

  it('is cut with a notice where it is too long', async () => {
    const { app, browser, setText } = open();
    setText('ab'.repeat(1100));
    await browser.until(() => !app.run.getState().preparing);
    expect(app.run.getState()).toMatchObject({
      textNotice: { kind: 'tooLong', limit: 2000 },
      task: { example: { inputs: { length: 1999 } } },
    });
  });

  it('starts a new network that trains on where the last one was training', async () => {
    const { app, browser, setText, train } = open();
    train();
    await browser.until(() => app.run.getState().snapshot.update > 3);
    setText('banana');
    await browser.until(() => asText(app.run.getState().task)?.text === 'banana');
    await browser.until(() => app.run.getState().snapshot.update > 3);
    expect(app.run.getState().phase).toEqual({ kind: 'training' });
  });

  it('stays at rest where the last network was', async () => {
    const { app, browser, setText, advance } = open();
    advance(3);
    await browser.settle();
    setText('banana');
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 0 } });
  });

  it('never leaves the selected step outside of the picture on the screen', async () => {
    const { app, browser, setText, selectTimestep } = open({
      hash: hashOf({ config: { text: 'a long text' } }),
    });
    await browser.settle();
    const steps: boolean[] = [];
    // As a page sees it, which draws when the event is over.
    const look = () =>
      queueMicrotask(() => {
        const { task } = app.run.getState();
        steps.push(app.view.getState().timestep < task.example.inputs.length);
      });
    app.run.subscribe(look);
    app.view.subscribe(look);
    selectTimestep(9);
    setText('hi');
    await browser.settle();
    expect(app.view.getState().timestep).toBe(0);
    browser.window.enter(hashOf({ config: { text: 'another long text' }, timestep: 14 }));
    await browser.settle();
    expect(app.view.getState().timestep).toBe(14);
    expect(steps).not.toContain(false);
  });
});
