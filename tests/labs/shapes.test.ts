import { describe, expect, it, vi } from 'vitest';
import { createTrainer, forwardPass } from '../../src/engine/index.ts';
import type { Shapes } from '../../src/labs/shapes.ts';
import { TASKS, type TaskKind } from '../../src/state/config.ts';
import { runConfigOf } from '../../src/state/start.ts';
import { PACES } from '../../src/state/view.ts';
import { fromDisk, openShapes } from './openShapes.ts';

const FASTEST = PACES.length - 1;
const TRAINED = [50, 800, 1500, 1000, 400];
/** The vanilla cell takes longer to learn numbers. */
const TRAINED_RNN = [50, 800, 1500, 3000, 400];

async function open(...how: Parameters<typeof openShapes>) {
  const { browser, shapes } = await openShapes(...how);
  const rest = () => browser.until(() => isAtRest(shapes));
  return { browser, shapes, window: browser.window, rest, ...shapes.all.actions };
}

const runOf = ({ labs }: Shapes, task: TaskKind) => labs[task].run.getState();
const updates = (shapes: Shapes) => TASKS.map((task) => runOf(shapes, task).snapshot.update);
const isAtRest = (shapes: Shapes) =>
  TASKS.every((task) => !runOf(shapes, task).preparing && runOf(shapes, task).phase.kind === 'paused');

describe('the first picture', () => {
  it.each(['gru', 'rnn', 'lstm'])(
    'is of the trained states of the %s before there is a worker',
    async (cell) => {
      const { shapes, browser } = await open(
        `#/shapes?cell=${cell}`,
        fromDisk,
        () => new Promise(() => undefined),
      );
      await browser.frames(5);
      expect(browser.workers).toEqual([]);
      expect(updates(shapes)).toEqual(cell === 'rnn' ? TRAINED_RNN : TRAINED);
      expect(shapes.all.run.getState().preparing).toBe(false);
    },
  );

  it('is the one that the worker gives', async () => {
    const { shapes, rest, browser } = await open('#/shapes');
    const drawn = TASKS.map((task) => runOf(shapes, task).snapshot.trace);
    await browser.until(() => TASKS.every((task) => runOf(shapes, task).snapshot.runId > 0));
    await rest();
    expect(TASKS.map((task) => runOf(shapes, task).snapshot.trace)).toEqual(drawn);
    expect(updates(shapes)).toEqual(TRAINED);
  });

  it('of an update that was not trained beforehand is not taken for it', async () => {
    const { shapes } = await open('#/shapes?captions=3');
    expect(runOf(shapes, 'captions').preparing).toBe(true);
  });

  it('is fetched before exercises are made, each state once', async () => {
    const asked: string[] = [];
    await open('#/shapes?tongue=ko&numbers-from=ko', (file) => {
      asked.push(file);
      return fromDisk(file);
    });
    expect(asked).toEqual([
      'captions-ko-gru.bin',
      'feelings-ko-gru.bin',
      'numbers-ko-gru.bin',
      'motion-en-gru.bin',
    ]);
  });
});

describe('the timestep', () => {
  it('has one that was asked something short stand there again once it is asked something long', async () => {
    const { shapes, rest, browser, selectTimestep } = await open();
    await rest();
    selectTimestep(6);
    const { view, actions } = shapes.labs.numbers;
    const ask = async (question: string) => {
      const before = runOf(shapes, 'numbers').task;
      actions.ask(question);
      await browser.until(() => runOf(shapes, 'numbers').task !== before);
      await rest();
    };
    await ask('seven');
    expect(view.getState().timestep).toBe(runOf(shapes, 'numbers').task.example.inputs.length - 1);
    await ask('seven hundred seventy seven');
    expect(view.getState().timestep).toBe(6);
  });
});

describe('the link', () => {
  it('has all stand at its timestep, those that have fewer at their last', async () => {
    const { shapes } = await open('#/shapes?t=8');
    const stands = TASKS.map((task) => shapes.labs[task].view.getState().timestep);
    const lasts = TASKS.map((task) => runOf(shapes, task).task.example.inputs.length - 1);
    expect(shapes.all.view.getState().timestep).toBe(7);
    expect(stands).toEqual(lasts.map((last) => Math.min(last, 7)));
  });
});

describe('what a link says that cannot be used', () => {
  const noticeOf = ({ all }: Shapes) => all.run.getState().notice;

  it('is named part by part: of the screen, and of each lab', async () => {
    const { shapes, rest } = await open(
      '#/shapes?compare=text,zzz&hidden=99999&t=900&ask-numbers=&ask-motion=z!&ask-captions=@@',
    );
    const notice = {
      kind: 'linkUnread',
      keys: ['compare=zzz', 'hidden=99999', 't', 'ask-captions=@@', 'ask-motion=z!'],
    };
    expect(noticeOf(shapes)).toEqual(notice);
    const first = noticeOf(shapes);
    await rest();
    expect(noticeOf(shapes)).toBe(first);
    shapes.all.actions.dismissNotice();
    expect(noticeOf(shapes)).toBeNull();
  });

  it('is a timestep that none of them has', async () => {
    const { shapes, window, rest } = await open('#/shapes?t=900');
    expect(noticeOf(shapes)).toEqual({ kind: 'linkUnread', keys: ['t'] });
    await rest();
    window.enter('#/shapes?t=8&ask-motion=-');
    await vi.waitFor(() => expect(noticeOf(shapes)).toEqual({ kind: 'linkUnread', keys: ['ask-motion=-'] }));
  });
});

describe('the text of one to one', () => {
  it('is in the link, and stays where the networks are chosen anew', async () => {
    const first = await open();
    await first.rest();
    const { labs } = first.shapes;
    labs.text.actions.setText('banana');
    labs.text.actions.intervene({ kind: 'cut' });
    await first.rest();
    const second = await open(first.window.location.hash);
    await second.rest();
    expect(runOf(second.shapes, 'text').task.outputNames.join('')).toBe('ban');
    expect(runOf(second.shapes, 'text').snapshot.ablation.recurrenceCut).toBe(true);
    second.choose({ cell: 'rnn' });
    await second.browser.until(() => runOf(second.shapes, 'text').model.cell === 'rnn');
    expect(runOf(second.shapes, 'text').task.outputNames.join('')).toBe('ban');
  });
});

describe('the trained state', () => {
  it('of networks that nobody trained beforehand is trained now', async () => {
    const { shapes, browser } = await open('#/shapes?hidden=1&seed=5&tongue=en');
    shapes.actions.goToTrained();
    await browser.until(() => isAtRest(shapes) && Math.min(...updates(shapes)) > 0);
    expect(updates(shapes)).toEqual([50, ...TRAINED.slice(1)]);
  }, 60_000);
});

describe('trained together', () => {
  it('all have had as many updates, however much theirs cost', async () => {
    const { shapes, browser, setPace, train, pause, rest } = await open();
    await rest();
    setPace(FASTEST);
    train();
    expect(shapes.all.run.getState().phase.kind).toBe('training');
    await browser.until(() => Math.min(...updates(shapes)) >= 20);
    pause();
    await rest();
    expect(new Set(updates(shapes)).size).toBe(1);
  });

  it('each goes on from where it is', async () => {
    const { shapes, browser, setPace, train, pause, rest } = await open('#/shapes?hidden=3&seed=5&motion=7');
    await rest();
    setPace(FASTEST);
    train();
    await browser.until(() => updates(shapes)[0] >= 5);
    pause();
    await rest();
    const [text, captions, , , motion] = updates(shapes);
    expect(captions).toBe(text);
    expect(motion).toBe(text + 7);
  });

  it('one that is paused stays, and the others go on together', async () => {
    const { shapes, browser, train, pause, rest } = await open();
    await rest();
    train();
    await browser.until(() => Math.min(...updates(shapes)) >= 3);
    shapes.labs.captions.actions.pause();
    await browser.until(() => runOf(shapes, 'captions').phase.kind === 'paused');
    const left = runOf(shapes, 'captions').snapshot.update;
    await browser.until(() => updates(shapes)[0] >= left + 4);
    expect(shapes.all.run.getState().phase.kind).toBe('training');
    pause();
    await rest();
    const [text, captions, ...others] = updates(shapes);
    expect(captions).toBe(left);
    expect(others).toEqual([text, text, text]);
  });

  it('are reset and advanced together', async () => {
    const { shapes, browser, train, advance, reset, rest } = await open();
    await rest();
    train();
    await browser.until(() => updates(shapes)[0] >= 2);
    reset();
    await rest();
    expect(updates(shapes)).toEqual([0, 0, 0, 0, 0]);
    advance(2);
    await browser.until(() => Math.min(...updates(shapes)) >= 2);
    expect(updates(shapes)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('numbers', () => {
  it('are read in Korean too, at a trained state, and nobody else moves', async () => {
    const { shapes, window, browser, rest } = await open('#/shapes?tongue=en');
    await browser.until(() => runOf(shapes, 'motion').snapshot.runId > 0);
    await rest();
    const { runId } = runOf(shapes, 'motion').snapshot;
    shapes.actions.choose({ numbersFrom: 'ko' });
    await vi.waitFor(() => expect(shapes.board.getState().choice.numbersFrom).toBe('ko'));
    await browser.until(() => runOf(shapes, 'numbers').exercise?.choice.tongue === 'ko');
    await rest();
    expect(updates(shapes)).toEqual(TRAINED);
    expect(runOf(shapes, 'motion').snapshot.runId).toBe(runId);
    const { task, model, parameters } = runOf(shapes, 'numbers');
    const { logits } = forwardPass(model, Float64Array.from(parameters), task.example);
    const said = task.example.targets.map((_, t) => {
      const row = logits.subarray(t * model.outputSize, (t + 1) * model.outputSize);
      return task.outputNames[row.indexOf(Math.max(...row))];
    });
    expect(said.slice(task.answerFrom).join(' ')).toMatch(/^four hundred twenty one/);
    expect(window.location.hash).toContain('numbers-from=ko');
  });
});

describe('what depth changes', () => {
  it('is measured with each number of layers at the update of the lab', async () => {
    const { shapes, browser, rest } = await open('#/shapes?hidden=3&seed=5&text=30');
    await rest();
    shapes.actions.measureDepths('text', true);
    expect(shapes.board.getState().trials.text).toMatchObject({ layers: 1, target: 30 });
    await browser.until(() => shapes.board.getState().trials.text === null);
    const measured = shapes.board.getState().depths.text;
    expect(measured.map(({ layers, examination }) => [layers, examination.update])).toEqual([
      [1, 30],
      [2, 30],
      [3, 30],
    ]);
    const { task } = runOf(shapes, 'text');
    for (const { layers, examination } of measured) {
      const config = { ...shapes.labs.text.config.getState(), layers };
      const ablation = { recurrenceCut: true, frozen: [] };
      const trainer = createTrainer({ ...runConfigOf(config, { task, exercise: null }), ablation });
      while (trainer.update < 30) trainer.step();
      expect(examination.training.targetsRight).toBe(trainer.correct);
    }
  });

  it('is not told by networks that have learned nothing yet', async () => {
    const { shapes, browser, rest } = await open('#/shapes?hidden=3&seed=5&captions=0&layers=2');
    await rest();
    await browser.until(() => runOf(shapes, 'captions').examination?.update === 0);
    expect(shapes.board.getState().depths.captions).toEqual([]);
  });

  it('is left off, and forgotten where everything else is another', async () => {
    const { shapes, browser, rest } = await open('#/shapes?hidden=3&seed=5&text=30');
    await rest();
    shapes.actions.measureDepths('text', true);
    await browser.until(() => shapes.board.getState().depths.text.length > 0);
    shapes.actions.measureDepths('text', false);
    expect(shapes.board.getState().trials.text).toBeNull();
    shapes.actions.choose({ seed: 6 });
    await browser.until(() => shapes.board.getState().choice.seed === 6);
    expect(shapes.board.getState().depths.text).toEqual([]);
  });
});
