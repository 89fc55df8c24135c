import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { controlsPage } from './controlsPage.tsx';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function slider(name: string): HTMLInputElement {
  return screen.getByRole('slider', { name });
}

function field(name: string): HTMLInputElement {
  return screen.getByRole('spinbutton', { name });
}

function type(name: string, value: string) {
  fireEvent.change(field(name), { target: { value } });
}

describe('the cell', () => {
  test('is one of three', async () => {
    const { app, user } = controlsPage();
    const group = screen.getByRole('radiogroup', { name: 'Cell' });
    expect(group).toBeVisible();
    expect(screen.getByRole('radio', { name: 'RNN' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'LSTM' }));
    expect(screen.getByRole('radio', { name: 'LSTM' })).toBeChecked();
    expect(app.actions.choose.mock.calls).toEqual([[{ cell: 'lstm' }]]);
  });

  test('is chosen by the arrow keys', async () => {
    const { app, user } = controlsPage();
    act(() => screen.getByRole('radio', { name: 'RNN' }).focus());
    await user.keyboard('{ArrowRight}');
    expect(app.config.getState().cell).toBe('gru');
  });

  test('has a squashing function to choose where it is the vanilla one', async () => {
    const { app, user } = controlsPage();
    await user.click(screen.getByRole('radio', { name: 'ReLU' }));
    expect(app.config.getState().nonlinearity).toBe('relu');
    await user.click(screen.getByRole('radio', { name: 'GRU' }));
    expect(screen.queryByRole('radio', { name: 'ReLU' })).toBeNull();
  });
});

describe('hidden units', () => {
  test('have the number itself as the value of the slider', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { app } = controlsPage();
    expect(slider('Hidden units')).toHaveValue('3');
    fireEvent.change(slider('Hidden units'), { target: { value: '32' } });
    expect(field('Exact number of units')).toHaveValue('32');
    act(() => vi.advanceTimersByTime(500));
    expect(app.actions.choose.mock.calls).toEqual([[{ hiddenSize: 32 }]]);
  });

  test('are one choice however many values the slider goes through', () => {
    const { app } = controlsPage();
    for (const value of ['4', '5', '6', '7']) fireEvent.change(slider('Hidden units'), { target: { value } });
    fireEvent.blur(slider('Hidden units'));
    expect(app.actions.choose.mock.calls).toEqual([[{ hiddenSize: 7 }]]);
  });

  test('can be typed', () => {
    const { app } = controlsPage();
    type('Exact number of units', '128');
    fireEvent.keyDown(field('Exact number of units'), { key: 'Enter' });
    expect(app.actions.choose.mock.calls).toEqual([[{ hiddenSize: 128 }]]);
    expect(slider('Hidden units')).toHaveValue('128');
  });

  test('follow what is chosen elsewhere', () => {
    const { app } = controlsPage();
    act(() => app.config.setState({ hiddenSize: 48, layers: 2 }));
    expect(slider('Hidden units')).toHaveValue('48');
    expect(field('Exact number of units')).toHaveValue('48');
    expect(slider('Layers')).toHaveValue('2');
  });
});

test('layers are set by their slider', () => {
  const { app } = controlsPage();
  fireEvent.change(slider('Layers'), { target: { value: '3' } });
  fireEvent.blur(slider('Layers'));
  expect(app.actions.choose.mock.calls).toEqual([[{ layers: 3 }]]);
});

test('the optimizer is chosen from five', async () => {
  const { app, user } = controlsPage();
  const optimizer = screen.getByRole('combobox', { name: 'Optimizer' });
  expect([...optimizer.querySelectorAll('option')].map(({ text }) => text)).toEqual([
    'SGD',
    'SGD with momentum 0.9',
    'Adagrad',
    'RMSprop',
    'Adam',
  ]);
  await user.selectOptions(optimizer, 'RMSprop');
  expect(app.actions.choose.mock.calls).toEqual([[{ optimizer: 'rmsprop' }]]);
});

describe('the learning rate', () => {
  test('is the one in force now', () => {
    const { app } = controlsPage();
    expect(field('Learning rate')).toHaveValue('0.01');
    act(() => app.config.setState({ interventions: [{ kind: 'learningRate', update: 20, value: 0.003 }] }));
    expect(field('Learning rate')).toHaveValue('0.003');
  });

  test('is set without a new run', () => {
    const { app } = controlsPage();
    type('Learning rate', '0,05');
    fireEvent.blur(field('Learning rate'));
    expect(app.actions.setLearningRate.mock.calls).toEqual([[0.05]]);
    expect(app.actions.choose).not.toHaveBeenCalled();
    expect(field('Learning rate')).toHaveValue('0,05');
  });
});

describe('gradient clipping', () => {
  test('has a bound once it is on, and remembers it', async () => {
    const { app, user } = controlsPage();
    expect(field('Clip gradients at')).toBeDisabled();
    const box = screen.getByRole('checkbox', { name: 'Clip gradients at' });
    await user.click(box);
    type('Clip gradients at', '5');
    fireEvent.blur(field('Clip gradients at'));
    await user.click(box);
    await user.click(box);
    expect(app.actions.choose.mock.calls.map(([choice]) => choice)).toEqual([
      { clipNorm: 1 },
      { clipNorm: 5 },
      { clipNorm: null },
      { clipNorm: 5 },
    ]);
  });
});

describe('the seed', () => {
  test('can be typed up to 32 bits', () => {
    const { app } = controlsPage();
    type('Seed', '4294967295');
    fireEvent.blur(field('Seed'));
    expect(app.actions.choose.mock.calls).toEqual([[{ seed: 4294967295 }]]);
  });

  test('can be drawn', async () => {
    const { app, user } = controlsPage();
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((bits) => {
      new Uint32Array(bits.buffer)[0] = 3_000_000_000;
      return bits;
    });
    await user.click(screen.getByRole('button', { name: 'New seed' }));
    expect(app.actions.choose.mock.calls).toEqual([[{ seed: 3_000_000_000 }]]);
    expect(field('Seed')).toHaveValue('3000000000');
  });
});

test('the number of parameters is that of the network on screen', () => {
  controlsPage({ run: { parameters: new Float64Array(1234) } });
  expect(screen.getByText('1,234 parameters to learn')).toBeVisible();
});

test('an exercise begins with words in the language of the page, numbers as they always do', async () => {
  const { app, user } = controlsPage({ language: 'ko' });
  for (const task of ['captions', 'numbers']) {
    await user.selectOptions(screen.getByRole('combobox', { name: '과제' }), task);
  }
  expect(app.actions.choose.mock.calls).toEqual([
    [{ task: 'captions', tongue: 'ko' }],
    [{ task: 'numbers' }],
  ]);
});

test('Korean has words of its own', () => {
  controlsPage({ language: 'ko' });
  expect(screen.getByRole('textbox', { name: '학습할 글' })).toHaveAccessibleDescription(
    '5글자, 시점 4개. 입력 h e l l → 정답 e l l o',
  );
  type('시드', '');
  fireEvent.blur(field('시드'));
  expect(field('시드')).toHaveAccessibleDescription(
    '0부터 4294967295까지의 정수를 입력하세요. 지금 쓰는 값: 1430',
  );
});
