import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { controlsPage } from './controlsPage.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function pass(milliseconds: number) {
  act(() => vi.advanceTimersByTime(milliseconds));
}

function box(): HTMLTextAreaElement {
  return screen.getByRole('textbox', { name: 'Training text' });
}

/** What a browser tells when the text of the box changes. */
function input(value: string, more: InputEventInit = {}) {
  fireEvent.input(box(), { target: { value }, ...more });
}

function compositionEnds(value: string) {
  box().value = value;
  fireEvent.compositionEnd(box(), { data: value.slice(-1) });
}

/** What the page owes to the text; other parts of the controls have alerts of their own. */
function notice(): HTMLElement {
  const found = screen.getAllByRole('alert').find(({ id }) => id.endsWith('-notice'));
  if (found === undefined) throw new Error('the text box has no place for a notice');
  return found;
}

describe('typing', () => {
  test('a burst of keystrokes is one text', () => {
    const { app } = controlsPage();
    for (const text of ['w', 'wo', 'wor', 'worl', 'world']) {
      input(text);
      pass(100);
    }
    expect(app.actions.setText).not.toHaveBeenCalled();
    pass(1000);
    expect(app.actions.setText.mock.calls).toEqual([['world']]);
  });

  test('leaving the box does not wait', () => {
    const { app } = controlsPage();
    input('world');
    fireEvent.blur(box());
    expect(app.actions.setText.mock.calls).toEqual([['world']]);
    pass(1000);
    expect(app.actions.setText).toHaveBeenCalledTimes(1);
  });

  test('a text typed back to what it was starts nothing', () => {
    const { app } = controlsPage();
    input('hell');
    input('hello');
    pass(1000);
    expect(app.actions.setText).not.toHaveBeenCalled();
  });

  test('megabytes are cut before anything is done with them, between letters of two code units', () => {
    const { app } = controlsPage();
    input(`a${'😀'.repeat(1_000_000)}`);
    fireEvent.blur(box());
    const [text] = app.actions.setText.mock.calls[0];
    expect(box().value.length).toBeLessThanOrEqual(20_000);
    expect(text).toBe(box().value);
    expect(text.isWellFormed()).toBe(true);
    expect(notice()).toHaveTextContent(/first 2,000 letters/);
  });
});

test('a long paste is cut before it is in the box, a short one is left to the browser', () => {
  const { app } = controlsPage();
  const paste = (text: string) => fireEvent.paste(box(), { clipboardData: { getData: () => text } });
  expect(paste('short'), 'left to the browser').toBe(true);
  box().setSelectionRange(1, 5);
  expect(paste('한'.repeat(1_000_000))).toBe(false);
  expect(box().value).toMatch(/^h한{2001,10000}$/);
  pass(1000);
  expect(app.actions.setText.mock.calls).toEqual([[box().value]]);
});

describe('an input method', () => {
  const syllable = ['ㅎ', '하', '한'];

  function compose() {
    fireEvent.compositionStart(box());
    for (const text of syllable) {
      fireEvent.keyDown(box(), { keyCode: 229 });
      input(`hello${text}`, { isComposing: true });
      pass(2000);
    }
  }

  test('does not hand on a syllable in the making, however long it takes', () => {
    const { app } = controlsPage();
    compose();
    expect(app.actions.setText).not.toHaveBeenCalled();
    expect(box()).toHaveValue('hello한');
  });

  test.for<[string, () => void]>([
    [
      'the last input comes before the end (Chrome)',
      () => {
        input('hello한', { isComposing: true });
        compositionEnds('hello한');
      },
    ],
    [
      'the last input comes after the end (Firefox)',
      () => {
        compositionEnds('hello한');
        input('hello한');
      },
    ],
    [
      'the composed text is taken out and put in again before the end (Safari)',
      () => {
        input('hello');
        input('hello한');
        compositionEnds('hello한');
        fireEvent.keyDown(box(), { keyCode: 229 });
      },
    ],
    [
      'the focus leaves before the end',
      () => {
        fireEvent.blur(box());
        compositionEnds('hello한');
      },
    ],
    [
      'the focus leaves after the end',
      () => {
        compositionEnds('hello한');
        fireEvent.blur(box());
      },
    ],
  ])('hands on the finished text once where %s', ([, end]) => {
    const { app } = controlsPage();
    compose();
    end();
    pass(2000);
    expect(app.actions.setText.mock.calls).toEqual([['hello한']]);
  });

  test('that goes from one syllable to the next does not stop between them', () => {
    const { app } = controlsPage();
    compose();
    compositionEnds('hello한');
    fireEvent.compositionStart(box());
    pass(2000);
    input('hello한ㄱ', { isComposing: true });
    expect(app.actions.setText).not.toHaveBeenCalled();
  });

  test('without composition events is given longer for the next jamo', () => {
    const { app } = controlsPage();
    input('hello하', { data: '하', inputType: 'insertText' });
    pass(500);
    input('hello한', { data: '한', inputType: 'insertText' });
    pass(500);
    expect(app.actions.setText).not.toHaveBeenCalled();
    pass(500);
    expect(app.actions.setText.mock.calls).toEqual([['hello한']]);
  });
});

describe('a text from elsewhere', () => {
  test('is shown', () => {
    const { app } = controlsPage();
    act(() => app.config.setState({ text: 'linked' }));
    expect(box()).toHaveValue('linked');
    fireEvent.blur(box());
    expect(app.actions.setText).not.toHaveBeenCalled();
  });

  test('does not take away what is being typed', () => {
    const { app } = controlsPage();
    input('world');
    act(() => app.config.setState({ text: 'linked' }));
    expect(box()).toHaveValue('world');
    pass(1000);
    expect(app.actions.setText.mock.calls).toEqual([['world']]);
  });

  test('does not take away what is being composed', () => {
    const { app } = controlsPage();
    fireEvent.compositionStart(box());
    input('helloㅎ', { isComposing: true });
    act(() => app.config.setState({ text: 'linked' }));
    expect(box()).toHaveValue('helloㅎ');
  });

  test('replaces one that could not be used', () => {
    const { app } = controlsPage();
    input('');
    fireEvent.blur(box());
    act(() => app.config.setState({ text: 'linked' }));
    expect(box()).toHaveValue('linked');
  });
});

describe('a text that cannot be used as it is', () => {
  test('stays in the box, marked and explained', () => {
    controlsPage();
    input('x');
    fireEvent.blur(box());
    expect(box()).toHaveValue('x');
    expect(box()).toBeInvalid();
    expect(box()).toHaveAccessibleDescription(/^Type at least two letters/);
    input('xy');
    fireEvent.blur(box());
    expect(box()).toBeValid();
    expect(notice()).toBeEmptyDOMElement();
  });

  test('and is too long keeps its end in the box', () => {
    controlsPage();
    const text = `${'ab'.repeat(1000)}the end`;
    input(text);
    fireEvent.blur(box());
    expect(box()).toHaveValue(text);
    expect(box()).toBeValid();
    expect(notice()).toHaveTextContent('The first 2,000 letters are used. The cut is after “…abababababab”.');
  });

  test('because it is not normalised stays as it was typed', () => {
    const { app } = controlsPage();
    input('e\u0301te\u0301');
    fireEvent.blur(box());
    expect(app.config.getState().text).toBe('été');
    expect(box()).toHaveValue('e\u0301te\u0301');
  });
});

describe('below the box', () => {
  test('it says what is read and what is to be learned', () => {
    controlsPage();
    expect(box()).toHaveAccessibleDescription('5 letters, 4 steps: reads h e l l, learns to say e l l o');
  });

  test('a long text is shortened in its middle', () => {
    controlsPage({ config: { text: 'abcdefghijklmnopqrstuvwxyz' } });
    expect(box()).toHaveAccessibleDescription(
      '26 letters, 25 steps: reads a b c d e f … w x y, learns to say b c d e f g … x y z',
    );
  });

  test('each letter has its one-hot index', () => {
    controlsPage();
    const list = screen.getByRole('list', { name: /^Vocabulary/ });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['0 h', '1 e', '2 l', '3 o']);
  });

  test('a large vocabulary opens and closes', () => {
    controlsPage({ config: { text: 'abcdefghijklmnopqrstuvwxyz0123' } });
    const letters = () => screen.getAllByRole('listitem').length;
    expect(letters()).toBe(24);
    fireEvent.click(screen.getByRole('button', { name: 'and 6 more' }));
    expect(letters()).toBe(30);
    fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(letters()).toBe(24);
  });

  test('only a text with Hangul asks what one letter is', () => {
    const { app } = controlsPage();
    const unit = () => screen.queryByRole('radiogroup', { name: 'Letters are' });
    expect(unit()).toBeNull();
    input('한글');
    fireEvent.blur(box());
    expect(unit()).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: 'jamo' }));
    expect(app.actions.choose.mock.calls).toEqual([[{ letterUnit: 'jamo' }]]);
    expect(box()).toHaveAccessibleDescription(/^6 letters, 5 steps/);
  });

  test('an example is taken at once, and after what was typed before it', () => {
    const { app } = controlsPage();
    input('typed');
    fireEvent.click(screen.getByRole('button', { name: '안녕하세요' }));
    expect(box()).toHaveValue('안녕하세요');
    expect(app.actions.setText.mock.calls.at(-1)).toEqual(['안녕하세요']);
    expect(screen.getByRole('button', { name: '안녕하세요', pressed: true })).toBeVisible();
    pass(1000);
    expect(app.config.getState().text).toBe('안녕하세요');
  });
});
