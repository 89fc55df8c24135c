/** The playground while it learns an exercise: every sentence and number of it belongs to the exercise. */
import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadExercises } from '../../../src/app/exercises.ts';
import { examineExamples } from '../../../src/engine/index.ts';
import { type Config, defaultConfig } from '../../../src/state/config.ts';
import type { Link } from '../../../src/state/url.ts';
import { isNegated } from '../../../src/tasks/feelings.ts';
import { App } from '../../../src/ui/App.tsx';
import { appPage } from '../appPage.tsx';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubInSight } from '../stubInSight.ts';
import { stubSize } from '../stubSize.ts';

// Asking jsdom for the style of every ancestor takes seconds on a whole page.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

beforeAll(loadExercises);
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  stubSize(900, 500);
  stubInSight();
  stubCanvas();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Small, so that all of it is asked in few frames. */
const SMALL = { hiddenSize: 6 };

async function openExercise(
  task: Exclude<Config['task'], 'text'>,
  link: Partial<Omit<Link, 'config'>> = {},
  config: Partial<Config> = {},
) {
  const page = appPage((app) => <App app={app} />, { ...defaultConfig(task), ...SMALL, ...config }, link);
  await page.settle();
  return page;
}

/** Of 300 sentences, as the benchmark of the tasks finds them too. */
const BAG_OF_WORDS = { en: { right: 176, negatedRight: 68 }, ko: { right: 215, negatedRight: 107 } };

const figure = (name: string | RegExp) => screen.findByRole('figure', { name });
const summaryOf = async (name: string | RegExp) =>
  document.getElementById((await figure(name)).getAttribute('aria-describedby') ?? '')?.textContent;

describe('the controls', () => {
  it('choose the task, and say what it is about instead of the text', async () => {
    const { user, settle, app } = appPage((app) => <App app={app} />, SMALL);
    await settle();
    expect(screen.getByRole('textbox', { name: 'Training text' })).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'Motion in a video');
    await settle();
    expect(await screen.findByText(/Sees a video of one dot/)).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Training text' })).toBeNull();
    expect(app.config.getState()).toMatchObject({ task: 'motion', ...SMALL });

    await user.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'Next letter of a text');
    await settle();
    expect(await screen.findByRole('textbox', { name: 'Training text' })).toHaveValue('hello');
  });

  it('say what network is recommended where another is in sight, and take it', async () => {
    const { user, settle, app } = await openExercise('motion');
    expect(await screen.findByText(/^Recommended here: GRU with 48 hidden units/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Use the recommended network' }));
    await settle();
    expect(app.config.getState()).toEqual({ ...defaultConfig('motion'), seed: app.config.getState().seed });
    expect(screen.queryByText(/^Recommended here/)).toBeNull();
  });

  it('choose direction and range of numbers', async () => {
    const { user, settle, app } = await openExercise('numbers');
    await user.click(await screen.findByRole('radio', { name: 'to English' }));
    await settle();
    expect(app.run.getState().task.inputNames).toContain('백');
    await user.click(screen.getByRole('radio', { name: '0–9,999' }));
    await settle();
    expect(app.config.getState()).toMatchObject({ tongue: 'ko', upTo: 9999 });
    expect(screen.queryByRole('checkbox', { name: 'Reads the word it has said' })).toBeNull();
  });

  it('choose whether the word said is fed back', async () => {
    const { user, settle, app } = await openExercise('captions');
    await user.click(await screen.findByRole('checkbox', { name: 'Reads the word it has said' }));
    await settle();
    expect(app.run.getState().exercise?.choice.feedback).toBe(false);
    act(() => app.actions.selectTimestep(1));
    expect(screen.getByRole('status', { name: 'Selected step' })).toHaveTextContent('reads –');
  });
});

describe('the answer', () => {
  it('is what the network says, beside what is right', async () => {
    const { app } = await openExercise('numbers');
    const { exercise, asked } = app.run.getState();
    const answer = await screen.findByRole('status', { name: 'Answer' });
    const line = answer.closest('p');
    expect(line).toHaveTextContent(/^four hundred twenty one→/);
    expect(line).toHaveTextContent('correct: 사백이십일');
    expect(asked?.question).toBe(exercise?.firstQuestion);
  });

  it('is a guess where nothing like the question was trained', async () => {
    const { app, settle } = await openExercise('numbers');
    app.actions.ask('4321');
    await settle();
    const answer = await screen.findByRole('status', { name: 'Answer' });
    expect(answer.closest('p')).toHaveTextContent(
      'correct: 사천삼백이십일; a guess: it was never trained on anything like this',
    );
  });

  it('is there where the network knows no word of the question', async () => {
    const { app, settle } = await openExercise('numbers');
    app.actions.ask('banana');
    await settle();
    const answer = await screen.findByRole('status', { name: 'Answer' });
    expect(answer.closest('p')).toHaveTextContent(/^banana→/);
    expect(answer.closest('p')).toHaveTextContent('a guess: it was never trained on anything like this');
  });

  it('has no right one where nobody wrote it down, and the field says the same', async () => {
    const { app, settle } = await openExercise('feelings');
    app.actions.ask('she feels calm in my garden');
    await settle();
    const answer = await screen.findByRole('status', { name: 'Answer' });
    expect(answer.closest('p')).toHaveTextContent('nobody wrote down what is right');
    expect(await screen.findByText(/^A sentence of your own: nobody wrote down what is right/)).toBeVisible();
    expect(screen.queryByText('✗')).toBeNull();
  });
});

describe('the answer to a video', () => {
  it('is an arrow for each frame, and how many of them are right', async () => {
    const { app, settle } = await openExercise('motion');
    app.actions.ask('012');
    await settle();
    const answer = await screen.findByRole('status', { name: 'Answer' });
    expect(answer).toHaveTextContent(/^([↑↓←→·] ){2}[↑↓←→·]$/);
    expect(answer.closest('p')).toHaveTextContent(/[0-2] of 3 frames right, correct: · → →$/);
  });
});

describe('on a narrow screen', () => {
  it('the answer is also in the sheet in which the question is asked', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('max-width'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    const { app, settle } = await openExercise('numbers');
    const [box] = await screen.findAllByLabelText(/^Number, in English/, { selector: 'textarea' });
    const sheet = box.closest('dialog');
    app.actions.ask('7');
    await settle();
    const answers = screen.getAllByLabelText('Answer').filter((answer) => sheet?.contains(answer));
    expect(answers.map((answer) => answer.closest('p')?.textContent)).toEqual([
      expect.stringMatching(/^seven→/),
    ]);
  });
});

describe('a sentence, word by word', () => {
  const shares = async (word: RegExp) => {
    const table = await within(await figure('Word by word')).findByRole('table');
    const row = within(table).getByText(word).closest('tr');
    return within(row ?? table)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  };

  it('has at each word the answer that it would have if it ended there', async () => {
    const { app, settle } = await openExercise('feelings', {}, { hiddenSize: 16 });
    app.actions.advance(8);
    await settle();
    app.actions.ask('she feels calm in my garden');
    await settle();
    fireEvent.click(within(await figure('Word by word')).getByLabelText(/numbers as a table/));
    const within3 = await shares(/^3 calm$/);
    expect(within3).toHaveLength(3);
    expect(within3).not.toEqual(await shares(/^5 my$/));
    app.actions.ask('she feels calm');
    await settle();
    expect(await shares(/^3 calm$/)).toEqual(within3);
  });

  it('says the probabilities at the selected word', async () => {
    const { app, settle } = await openExercise('feelings');
    app.actions.ask('she feels calm in my garden');
    await settle();
    act(() => app.actions.selectTimestep(1));
    expect(await summaryOf('Word by word')).toMatch(
      /^If the sentence ended at word 2, feels: calm \d+%, anxious \d+%, afraid \d+%\.$/,
    );
  });
});

describe('the scores', () => {
  it('count the batch, and all that was trained and never seen, each with its update', async () => {
    const { app, settle } = await openExercise('motion');
    app.actions.advance(3);
    await settle();
    const all = within(await screen.findByRole('region', { name: 'All questions' }));
    const { examination, snapshot } = app.run.getState();
    expect(examination?.update).toBe(3);
    expect(screen.getByRole('status', { name: 'Accuracy' })).toHaveTextContent(
      `${snapshot.correct} of ${snapshot.targets} frames in this batch`,
    );
    expect(all.getByText(/of 4,800 frames/)).toHaveTextContent(
      examination?.training.targetsRight.toLocaleString('en') ?? '',
    );
    expect(all.getByText(/of 1,200 frames/)).toBeVisible();
    expect(all.getByText('counted at update 3')).toBeVisible();
    expect(
      all.getByText(
        /^Each frame counts by itself\. Of the never seen, chance gets 20% right and .* at most \d+%\.$/,
      ),
    ).toBeVisible();
  });

  it.each([
    [
      'en',
      /^A bag of words, trained here/,
      'never seen',
      'negated',
      (right: number, all: number) => `${right} of ${all}`,
    ],
    [
      'ko',
      /낱말 가방\(bag/,
      '처음 보는 것',
      '부정문',
      (right: number, all: number) => `${all}개 중 ${right}개`,
    ],
  ] as const)(
    'of sentences in %s count the negated ones apart, of the network and of a bag of words',
    async (tongue, explanation, unseen, negated, counted) => {
      const { app, settle } = await openExercise('feelings', { language: tongue }, { tongue });
      await settle();
      const all = within(await screen.findByRole('region', { name: /^(All questions|모든 문제)$/ }));
      const { exercise, model, parameters } = app.run.getState();
      if (exercise?.kind !== 'feelings') throw new Error('another exercise');
      const { heldOut, ask } = exercise;
      const negatedItems = heldOut.filter(({ question }) => isNegated(question, tongue));
      const ofNetwork = examineExamples(
        model,
        Float64Array.from(parameters),
        negatedItems.map(({ question, answer }) => ask(question, answer)),
      );
      const [network, bag] = all.getAllByText(negated).map((name) => name.parentElement);
      expect(network).toHaveTextContent(counted(ofNetwork.examplesRight, negatedItems.length));

      expect(all.getByText(explanation)).toBeInTheDocument();
      const short = all.getByText(/^(Bag of words|낱말 가방): /);
      expect(short).toBeVisible();
      expect(short).toHaveTextContent('…');
      expect(bag).toHaveTextContent(/…$/);
      await waitFor(() => expect(bag).not.toHaveTextContent('…'), { timeout: 30_000 });
      const { right, negatedRight } = BAG_OF_WORDS[tongue];
      expect(bag).toHaveTextContent(counted(negatedRight, negatedItems.length));
      const [, ofAll] = all.getAllByText(unseen).map((name) => name.parentElement);
      expect(ofAll).toHaveTextContent(`${Math.round(right / 3)}%`);
      expect(short).toHaveTextContent(`${Math.round(right / 3)}%`);
    },
  );

  it('say nothing of first successes, which are those of one batch', async () => {
    await openExercise('numbers');
    expect(screen.queryByRole('button', { name: 'First 100%' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Predict first' })).toBeNull();
  });
});

describe('the figures', () => {
  it('name what is read and said, or that nothing is', async () => {
    const { app } = await openExercise('numbers', { timestep: 1 });
    expect(await summaryOf('Unrolled network')).toMatch(/^Step 2 of 10 reads hundred and says nothing\./);
    act(() => app.actions.selectTimestep(4));
    expect(await summaryOf('Unrolled network')).toMatch(
      /^Step 5 of 10 reads ▶ \(start\) and says .+ correct: 사\./,
    );
    expect(await summaryOf('Hidden state')).toMatch(/at step 5, which reads ▶ \(start\),/);
  });

  it('tell the weights of the encoder from those of the decoder, and name both ends', async () => {
    const { user } = await openExercise('numbers');
    const weights = await figure('Weights');
    expect(within(weights).getAllByText('encoder')).toHaveLength(2);
    expect(within(weights).getAllByText('decoder')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Weights: the numbers as a table' }));
    const table = within(await within(weights).findByRole('table'));
    expect(table.getByText(/^encoder, W_xh, from “zero” to gate r, unit 1$/)).toBeVisible();
    expect(table.getByText(/^W_hy, from unit 1 to “영”$/)).toBeVisible();
  });

  it('light up the arrows of one part alone', async () => {
    const { app } = await openExercise('numbers', { timestep: 1 });
    act(() => app.view.setState({ matrix: { kind: 'W_hh', layer: 0, part: 'decoder' } }));
    const arrow = (name: string) => screen.getByRole('button', { name });
    const said = (part: string, step: number) => `${part} W_hh at step ${step}: light up all its copies`;
    expect(arrow(said('encoder', 3))).toHaveAttribute('aria-pressed', 'false');
    // From the last step that reads to the first that writes: the decoder's weights take the state over.
    expect(arrow(said('decoder', 5))).toHaveAttribute('aria-pressed', 'true');
    expect(arrow(said('decoder', 7))).toHaveAttribute('aria-pressed', 'true');
  });

  it('show what is computed at a step that reads a picture, and at one that says nothing', async () => {
    const { app, settle } = await openExercise('motion', { panels: ['inside'] });
    expect(within(await figure('Inside step 1')).getByText(/the pixels of a picture/)).toBeVisible();
    act(() => app.actions.choose({ task: 'feelings' }));
    await settle();
    const inside = within(await figure('Inside step 1'));
    expect(inside.getByText('At this step the network says nothing: only its state goes on.')).toBeVisible();
    expect(inside.queryByRole('group', { name: /Equation of L/ })).toBeNull();
    act(() => app.actions.selectTimestep(app.run.getState().task.answerFrom));
    const { task } = app.run.getState();
    const last = within(await figure(`Inside step ${task.answerFrom + 1}`));
    expect(last.getByRole('group', { name: /Equation of L/ })).toBeVisible();
  });

  it('say that a step without a target has no loss', async () => {
    const { settle } = await openExercise('numbers', { panels: ['reach'] });
    await figure('How far the error reaches back');
    await settle();
    const slider = await screen.findByRole('slider', { name: 'Loss at step' });
    expect(slider).toHaveAttribute('aria-valuetext', '10, target ■');
    expect(screen.queryByText(/has no target/)).toBeNull();
    fireEvent.change(slider, { target: { value: '2' } });
    expect(screen.getByText(/^Step 2 has no target, so there is no loss/)).toBeVisible();
    expect(slider).toHaveAttribute('aria-valuetext', '2, target none');
  });

  it('compare states only where words are read', async () => {
    await openExercise('motion', { panels: ['place'] });
    const place = await figure('The state as a place');
    expect(within(place).getByText('Nothing is read twice here.')).toBeVisible();
  });

  it('say what is possible without memory where the recurrence is cut', async () => {
    const { user, settle } = await openExercise('motion');
    await user.click(screen.getByRole('switch', { name: 'Cut the recurrence' }));
    await settle();
    expect(await screen.findByText(/Without memory, from the present input alone, at most/)).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /twin/ })).toBeNull();
  });

  it.each(['captions', 'feelings', 'numbers', 'motion'] as const)(
    'of %s speak Korean too, and are accessible',
    async (task) => {
      await openExercise(task, { language: 'ko', panels: ['weights', 'inside'] }, { tongue: 'ko' });
      await screen.findByRole('region', { name: '모든 문제' });
      expect(await summaryOf('펼친 신경망')).toMatch(
        /^시점 1 \(모두 \d+개\): 입력 (‘.+’|그림|프레임\(6행 6열의 점\)) → 답/,
      );
      const { violations } = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
    },
  );
});
