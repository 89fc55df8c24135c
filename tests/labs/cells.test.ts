import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import { type Cells, createCells } from '../../src/labs/cells.ts';
import type { SweepMemory } from '../../src/labs/sweep.ts';
import { createAddressOf } from '../../src/state/address.ts';
import { CELLS_LINKS, DEFAULT_CELLS_LINK, formatCellsLink } from '../../src/state/cellsUrl.ts';
import { runConfigOf } from '../../src/state/start.ts';
import { PACES } from '../../src/state/view.ts';
import { createHub } from '../../src/worker/hub.ts';
import { createFakeBrowser } from '../fakeBrowser.ts';

const FASTEST = PACES.length - 1;

function open(
  hash = '#/cells?text=hello&hidden=3',
  { sweepMemory = { kept: undefined } as SweepMemory } = {},
) {
  const browser = createFakeBrowser({ hash });
  const { window, environment, thread } = browser;
  const cells = createCells({
    ...environment,
    hub: createHub(thread),
    openAddress: (onChange) => createAddressOf(CELLS_LINKS, window, onChange),
    clock: { ...window, now: window.performance.now },
    sweepMemory,
  });
  /** Until everybody is at rest where they were told to go. */
  const settle = async () => {
    await browser.settle();
    await browser.until(() => cells.all.run.getState().phase.kind !== 'training');
    await browser.settle();
  };
  return { browser, cells, settle, ...cells.all.actions };
}

const updates = ({ labs }: Cells) => labs.map(({ run }) => run.getState().snapshot.update);
const sizes = ({ labs }: Cells) => labs.map(({ run }) => run.getState().model.hiddenSize);

/** What each lab shows must be what its configuration gives when it is trained by itself. */
function expectPictures({ labs }: Cells): void {
  for (const { config, run } of labs) {
    const { task, snapshot } = run.getState();
    const trainer = createTrainer(runConfigOf(config.getState(), { task, exercise: null }));
    while (trainer.update < snapshot.update) trainer.step();
    expect(snapshot.loss).toBe(trainer.loss);
  }
}

describe('three labs in lockstep', () => {
  it('open on the three cells with complete pictures of the same text and seed', () => {
    const { cells, browser } = open();
    expect(cells.labs.map(({ config }) => config.getState().cell)).toEqual(['rnn', 'gru', 'lstm']);
    expect(new Set(cells.labs.map(({ config }) => config.getState().seed)).size).toBe(1);
    expect(browser.workers).toHaveLength(1);
    expectPictures(cells);
  });

  it('go on by as many updates as were asked for, and stop', async () => {
    const { cells, advance, settle } = open();
    advance(1);
    await settle();
    expect(updates(cells)).toEqual([1, 1, 1]);
    advance(10);
    advance(10);
    await settle();
    expect(updates(cells)).toEqual([21, 21, 21]);
    expectPictures(cells);
  });

  it('are never seen at different updates while they train, however fast', async () => {
    const { cells, browser, train, pause, setPace, settle } = open();
    const seen: number[][] = [];
    for (const { run } of cells.labs) run.subscribe(() => seen.push(updates(cells)));
    setPace(FASTEST);
    train();
    await browser.until(() => cells.all.run.getState().snapshot.update > 200);
    pause();
    await settle();
    const last = seen.filter((_, index) => index % 3 === 2);
    expect(last.length).toBeGreaterThan(3);
    for (const [first, second, third] of last) expect([second, third]).toEqual([first, first]);
    expectPictures(cells);
  });

  it('keep to the pace', async () => {
    const { cells, browser, train, pause, setPace, settle } = open();
    await settle();
    setPace(PACES.indexOf(5));
    train();
    const before = browser.window.performance.now();
    await browser.frames(125);
    const seconds = (browser.window.performance.now() - before) / 1000;
    pause();
    await settle();
    expect(Math.abs(updates(cells)[0] - 5 * seconds)).toBeLessThanOrEqual(2);
  });

  it('train until an update and pause there', async () => {
    const { cells, browser, trainUntil, setPace, settle } = open();
    setPace(FASTEST);
    trainUntil({ kind: 'update', update: 137 });
    await browser.until(() => updates(cells)[0] === 137);
    await settle();
    expect(updates(cells)).toEqual([137, 137, 137]);
    expect(cells.all.run.getState()).toMatchObject({ phase: { kind: 'paused' }, until: null });
  });

  it('go back together', async () => {
    const { cells, advance, seek, settle } = open();
    advance(30);
    await settle();
    seek(12);
    await settle();
    expect(updates(cells)).toEqual([12, 12, 12]);
    expect(cells.all.run.getState().curve.updates.at(-1)).toBe(30);
    expectPictures(cells);
  });

  it('start again together', async () => {
    const { cells, advance, reset, settle } = open();
    advance(30);
    await settle();
    reset();
    await settle();
    expect(updates(cells)).toEqual([0, 0, 0]);
    expectPictures(cells);
  });

  it('have one timestep', () => {
    const { cells, selectTimestep } = open();
    selectTimestep(2);
    expect(cells.labs.map(({ view }) => view.getState().timestep)).toEqual([2, 2, 2]);
    selectTimestep(99);
    expect(cells.all.view.getState().timestep).toBe(3);
  });
});

describe('what they have in common', () => {
  it('is one text: all start again on another one', async () => {
    const { cells, advance, setText, settle } = open();
    advance(5);
    await settle();
    setText('abab');
    await settle();
    expect(updates(cells)).toEqual([0, 0, 0]);
    expect(cells.labs.map(({ config }) => config.getState().text)).toEqual(['abab', 'abab', 'abab']);
    expectPictures(cells);
  });

  it('stays where a text is too short, and says so', async () => {
    const { cells, advance, setText, settle } = open();
    advance(5);
    await settle();
    setText('a');
    await settle();
    expect(updates(cells)).toEqual([5, 5, 5]);
    expect(cells.all.run.getState().textNotice).toEqual({ kind: 'tooShort' });
    setText('ab');
    await settle();
    expect(cells.all.run.getState().textNotice).toBeNull();
  });

  it('is the number of units, or as nearly as can be the number of parameters', async () => {
    const { cells, settle, choose } = open('#/cells?text=hello&hidden=16');
    await settle();
    expect(sizes(cells)).toEqual([16, 16, 16]);
    cells.actions.setEqual('parameters');
    await settle();
    const [first, ...others] = cells.labs.map(({ run }) => run.getState().parameters.length);
    expect(sizes(cells)[0]).toBe(16);
    for (const [index, count] of others.entries()) {
      const units = sizes(cells)[index + 1];
      expect(units).toBeLessThan(16);
      expect(Math.abs(count - first)).toBeLessThan(first / units);
    }
    choose({ hiddenSize: 8 });
    await settle();
    expect(sizes(cells)[0]).toBe(8);
    expect(updates(cells)).toEqual([0, 0, 0]);
  });
});

describe('comparing another', () => {
  it('lets one lab start again and catch up with the others', async () => {
    const { cells, advance, settle } = open();
    advance(40);
    await settle();
    const before = cells.labs.map(({ run }) => run.getState().snapshot.loss);
    cells.labs[1].actions.choose({ cell: 'rnn', optimizer: 'sgd' });
    await settle();
    expect(updates(cells)).toEqual([40, 40, 40]);
    const after = cells.labs.map(({ run }) => run.getState().snapshot.loss);
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[1]).not.toBe(before[1]);
    expect(cells.together.getState().comparison.contenders[1]).toMatchObject({
      cell: 'rnn',
      optimizer: 'sgd',
    });
    expectPictures(cells);
  });

  it('can be undone with the back button', async () => {
    const { cells, browser, settle } = open();
    await settle();
    cells.labs[2].actions.choose({ seed: 99 });
    await settle();
    expect(browser.window.location.hash).toContain('seed3=99');
    browser.window.go(-1);
    await settle();
    expect(cells.labs[2].config.getState().seed).toBe(1);
    expectPictures(cells);
  });

  it('goes on with the others where one diverges', async () => {
    const { cells, browser, train, pause, setPace, settle } = open(
      '#/cells?text=hello&hidden=3&optimizer=sgd&lr=1000',
    );
    setPace(FASTEST);
    train();
    await browser.until(() => updates(cells)[1] > 60);
    pause();
    await settle();
    expect(cells.labs[0].run.getState().phase.kind).toBe('diverged');
    expect(updates(cells)[1]).toBe(updates(cells)[2]);
    expect(updates(cells)[0]).toBeLessThan(updates(cells)[1]);
  });
});

describe('a gate held by hand', () => {
  it('is held from the present update on, and in the link', async () => {
    const { cells, advance, link, settle } = open();
    advance(10);
    await settle();
    cells.labs[2].actions.want('gates', { gates: true });
    cells.labs[2].actions.intervene({ kind: 'hold', layer: 0, gate: 1, value: 1 });
    await settle();
    const { snapshot, model } = cells.labs[2].run.getState();
    expect(snapshot.update).toBe(10);
    const forget = snapshot.gates?.[0].subarray(model.hiddenSize, 2 * model.hiddenSize);
    expect(forget).toEqual(Float64Array.of(1, 1, 1));
    expect(link()).toContain('do3=10:hold1.2:1');

    const again = open(link().slice(link().indexOf('#')));
    await again.settle();
    expect(updates(again.cells)).toEqual([10, 10, 10]);
    expect(again.cells.labs[2].run.getState().snapshot.loss).toBe(snapshot.loss);
  });
});

it('a link opens all of it again', async () => {
  const { cells, advance, selectTimestep, settle, link } = open();
  cells.labs[1].actions.choose({ optimizer: 'rmsprop' });
  advance(25);
  selectTimestep(2);
  await settle();
  const hash = link().slice(link().indexOf('#'));
  const again = open(hash);
  await again.settle();
  expect(again.cells.together.getState().comparison).toEqual(cells.together.getState().comparison);
  expect(updates(again.cells)).toEqual([25, 25, 25]);
  expect(again.cells.all.view.getState().timestep).toBe(2);
  for (const [index, { run }] of again.cells.labs.entries()) {
    expect(run.getState().snapshot.loss).toBe(cells.labs[index].run.getState().snapshot.loss);
  }
});

describe('what is measured of remembering', () => {
  it('is there again when the screen is opened again with the same settings', async () => {
    const hash = '#/cells?text=hello&hidden=3&lag=2&budget=200&seeds=1';
    const sweepMemory: SweepMemory = { kept: undefined };
    const { browser, cells } = open(hash, { sweepMemory });
    cells.sweep.actions.measure();
    await browser.until(() => !cells.sweep.store.getState().isMeasuring);
    const { results } = cells.sweep.store.getState();
    expect(results).toHaveLength(10);
    cells.dispose();
    expect(open(hash, { sweepMemory }).cells.sweep.store.getState().results).toEqual(results);
    expect(open(hash).cells.sweep.store.getState().results).toEqual([]);
  });

  it('is chosen in the link, opens from it, and goes back with the button', async () => {
    const { browser, cells, settle } = open('#/cells?text=hello&between=own&lag=8&budget=200&seeds=1');
    const { store, actions } = cells.sweep;
    expect(store.getState().choice).toEqual({ kind: 'own', lag: 8, budget: 200, seeds: 1 });
    actions.choose({ lag: 12 });
    await settle();
    expect(browser.window.location.hash).toContain('lag=12');
    browser.window.go(-1);
    await settle();
    expect(store.getState()).toMatchObject({ choice: { lag: 8 }, isMeasuring: false, results: [] });
  });
});

describe('an earlier future of one lab', () => {
  it('is returned to at the update of the others', async () => {
    const { cells, advance, link, settle } = open();
    advance(10);
    await settle();
    const [, gru] = cells.labs;
    gru.actions.intervene({ kind: 'hold', layer: 0, gate: 1, value: 1 });
    advance(5);
    await settle();
    gru.actions.removeIntervention(0);
    await settle();
    expect(updates(cells)).toEqual([15, 15, 15]);
    expectPictures(cells);
    const { branches } = gru.run.getState();
    expect(branches).not.toEqual([]);
    advance(3);
    await settle();
    gru.actions.returnTo(branches[0].id);
    await settle();
    expect(updates(cells)).toEqual([18, 18, 18]);
    expect(gru.config.getState().interventions).toHaveLength(1);
    expect(cells.labs[0].config.getState().interventions).toEqual([]);
    const again = open(link().slice(link().indexOf('#')));
    await again.settle();
    expect(again.cells.labs.map(({ run }) => run.getState().snapshot.loss)).toEqual(
      cells.labs.map(({ run }) => run.getState().snapshot.loss),
    );
  });
});

it('a link of nothing but defaults is short, and a damaged one says what could not be read', () => {
  expect(formatCellsLink(DEFAULT_CELLS_LINK)).toBe('#/cells');
  const { cells } = open('#/cells?hidden=0&seed4=7&cell2=tanh&text=hello');
  expect(cells.all.run.getState().notice).toEqual({
    kind: 'linkUnread',
    keys: ['hidden=0', 'seed4=7', 'cell2=tanh'],
  });
});

it('a link that also has a text too short to learn says both', () => {
  const both = { kind: 'linkTextTooShort', standIn: 'hello', keys: ['layers=9', 'zzz=1'] };
  const { cells } = open('#/cells?text=a&layers=9&zzz=1');
  expect(cells.all.run.getState().notice).toEqual(both);

  const { browser, cells: others } = open('#/cells?text=hello');
  browser.window.enter('#/cells?text=a&layers=9&zzz=1');
  expect(others.all.run.getState().notice).toEqual(both);
});

it('a link that is handed on has the language it was seen in, the address only one that was chosen', () => {
  const { browser, cells, link, setPace } = open('#/cells?text=hello');
  setPace(0);
  browser.window.pass(1000);
  expect(link()).toContain('lang=en');
  expect(browser.window.location.hash).toContain('speed=');
  expect(browser.window.location.hash).not.toContain('lang=');
  cells.all.actions.setLanguage('ko');
  expect(link()).toContain('lang=ko');
  browser.window.go(-1);
  expect(cells.all.view.getState()).toMatchObject({ language: 'en', pace: 0 });
});
