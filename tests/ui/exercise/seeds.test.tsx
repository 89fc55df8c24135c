import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadExercises } from '../../../src/app/exercises.ts';
import { loadMessages } from '../../../src/i18n/index.ts';
import { type Config, defaultConfig } from '../../../src/state/config.ts';
import { AppContext } from '../../../src/ui/context.ts';
import { Seeds } from '../../../src/ui/exercise/Seeds.tsx';
import { shareInTenths } from '../../../src/ui/exercise/shareInTenths.ts';
import { appPage } from '../appPage.tsx';
import { learningRun } from '../learningRun.ts';

beforeAll(async () => {
  await Promise.all([loadMessages('ko'), loadExercises()]);
});

/** Of the captions a GRU with seed 1 has 12 of 13 right, with all others 13. */
function seedsPage(config: Partial<Config> = {}, language: 'en' | 'ko' = 'en') {
  const app = learningRun({}, {}, { language });
  app.config.setState({ ...defaultConfig(config.task ?? 'captions'), ...config });
  const { container } = render(
    <AppContext value={app}>
      <Seeds />
    </AppContext>,
  );
  const folded = container.querySelector('details');
  const summary = folded?.querySelector('summary') ?? null;
  act(() => folded?.setAttribute('open', ''));
  return { app, summary, folded, user: userEvent.setup({ delay: null }) };
}

describe('what other seeds come to', () => {
  it('is one line with the median and the worst of every cell, in bold the one in sight', () => {
    const { summary } = seedsPage();
    expect(summary).toHaveTextContent(
      /^Right of the never seen, median \(worst\) of seeds 1–5: RNN 84\.6% \(76\.9%\) · GRU 100% \(92\.3%\) · LSTM 100% \(76\.9%\)$/,
    );
    expect(summary?.querySelectorAll('strong')).toHaveLength(1);
    expect(summary?.querySelector('strong')).toHaveTextContent(/^GRU/);
  });

  it('is so in Korean', () => {
    expect(seedsPage({}, 'ko').summary).toHaveTextContent(
      /^처음 보는 것의 정답률, 시드 1–5의 중앙값\(최저\): RNN 84\.6%\(76\.9%\) · GRU 100%\(92\.3%\) · LSTM 100%\(76\.9%\)$/,
    );
    expect(
      screen.getByText('GRU, 800회씩 갱신: 처음 보는 것의 정답률은 중앙값 100%, 최저 92.3%(시드 1)'),
    ).toBeVisible();
  });

  it('folds open to the cell in sight', () => {
    seedsPage({ cell: 'rnn' });
    expect(
      screen.getByText('RNN, 800 updates each: of the never seen, median 84.6% right, worst 76.9% (seed 4)'),
    ).toBeVisible();
    expect(screen.getByText(/the recommended settings: RNN, 48 hidden units/)).toBeVisible();
    expect(screen.queryByText(/The network in sight is trained otherwise/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Open the worst seed, 4' })).toBeVisible();
  });

  it('says so where a cell takes more updates than the others', () => {
    seedsPage({ task: 'numbers', cell: 'gru' });
    expect(screen.getByText(/Updates: RNN 3,000 · GRU 1,000 · LSTM 1,000/)).toBeVisible();
  });

  it('has no worst where all are the same', () => {
    seedsPage({ task: 'motion' });
    expect(
      screen.getByText('GRU, 400 updates each: 100% of the never seen right with every seed'),
    ).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText('worst')).toBeNull();
  });

  it('is not there for what was not measured', () => {
    expect(seedsPage({ task: 'numbers', upTo: 9999 }).folded).toBeNull();
  });

  it('folds open to a row for each seed, and to how it was measured', () => {
    seedsPage({ seed: 4 });
    const rows = within(screen.getByRole('table', { name: 'Right after training, by seed' })).getAllByRole(
      'row',
    );
    expect(rows.map((row) => row.textContent?.replace(/ +/g, ' '))).toEqual([
      'Seedtrained of 51never seen of 13',
      '1 worst 100% 5192.3% 12',
      '2 100% 51100% 13',
      '3 100% 51100% 13',
      '4 in sight100% 51100% 13',
      '5 100% 51100% 13',
    ]);
    expect(rows[4]).toHaveAttribute('aria-current', 'true');
    expect(
      screen.getByText(
        'Measured by the project with every cell and the recommended settings: GRU, 48 hidden units, Adam 0.002, gradients clipped at 1, batches of 16. Training with the same seed gives the same numbers.',
      ),
    ).toBeVisible();
  });

  it('says that it is with the recommended settings where those here are others', () => {
    const { summary } = seedsPage({ seed: 4, hiddenSize: 12 });
    expect(summary).toHaveTextContent(
      /^With the recommended settings, right of the never seen, median \(worst\) of seeds 1–5/,
    );
    expect(screen.queryByText('in sight')).toBeNull();
    expect(screen.getByText(/The network in sight is trained otherwise/)).toBeVisible();
  });

  it('does so where something was done to the network', () => {
    expect(seedsPage({ seed: 4, interventions: [{ kind: 'cut', update: 3 }] }).summary).toHaveTextContent(
      /^With the recommended settings/,
    );
  });
});

describe('the worst seed', () => {
  it('opens by the seed alone', async () => {
    const { app, user } = seedsPage();
    await user.click(screen.getByRole('button', { name: 'Open the worst seed, 1' }));
    expect(app.actions.choose).toHaveBeenCalledExactlyOnceWith({ seed: 1 });
    expect(app.actions.seek).toHaveBeenCalledExactlyOnceWith(800);
  });

  it('has a button in Korean', async () => {
    const { app, user } = seedsPage({}, 'ko');
    await user.click(screen.getByRole('button', { name: '결과가 가장 낮은 시드 1 열기' }));
    expect(app.actions.choose).toHaveBeenCalledExactlyOnceWith({ seed: 1 });
  });

  it('takes the recommended settings with it', async () => {
    const { app, user } = seedsPage({ cell: 'rnn', layers: 2 });
    await user.click(
      screen.getByRole('button', { name: 'Open the worst seed, 4, with the recommended settings' }),
    );
    expect(app.actions.choose).toHaveBeenCalledExactlyOnceWith({ seed: 4, layers: 1 });
  });

  it('cannot be opened by a choice where the learning rate is another', () => {
    seedsPage({ learningRate: 0.1 });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('nor where it became another during training, or the same seed was interfered with', () => {
    seedsPage({ interventions: [{ kind: 'learningRate', update: 3, value: 0.1 }] });
    seedsPage({ seed: 1, interventions: [{ kind: 'cut', update: 3 }] });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is there: to be trained', async () => {
    const { app, user } = seedsPage({ seed: 1 });
    const button = screen.getByRole('button', { name: 'This is the worst seed, 1: train it to update 800' });
    await user.click(button);
    expect(app.actions.choose).not.toHaveBeenCalled();
    expect(app.actions.seek).toHaveBeenCalledExactlyOnceWith(800);
  });

  it('is in the link, and Back undoes it', async () => {
    const { app, browser, user, settle } = appPage(() => <Seeds />, defaultConfig('captions'));
    await settle();
    await user.click(await screen.findByText('Open the worst seed, 1'));
    expect(app.config.getState().seed).toBe(1);
    expect(app.actions.link()).toMatch(/seed=1&update=800/);
    browser.window.go(-1);
    await settle();
    expect(app.config.getState().seed).toBe(defaultConfig('captions').seed);
  });
});

it('a share is to a tenth where it is not whole, and 100 or 0 only where it is meant', () => {
  expect(shareInTenths(13, 13)).toBe('100');
  expect(shareInTenths(12, 13)).toBe('92.3');
  expect(shareInTenths(1, 4)).toBe('25');
  expect(shareInTenths(4799, 4800)).toBe('99.9');
  expect(shareInTenths(1, 4800)).toBe('0.1');
  expect(shareInTenths(0, 9)).toBe('0');
});
