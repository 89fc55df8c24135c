/** The editors of questions, over the exercises themselves. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ExerciseKind, exerciseFor, type LabExercise } from '../../../../src/tasks/questions.ts';
import { AppContext } from '../../../../src/ui/context.ts';
import { QuestionEditor } from '../../../../src/ui/exercise/QuestionEditor.tsx';
import { learningRun } from '../../learningRun.ts';

/** For what is typed: time passes when the test says so. */
function holdTime() {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** With `isLate` a question comes into sight only when the test puts it, as while a network trains. */
function edit(task: ExerciseKind, tongue: 'en' | 'ko' = 'en', first?: string, isLate = false) {
  const exercise = exerciseFor({ task, tongue, upTo: 999, feedback: true });
  const app = learningRun();
  const asked = vi.fn<(question: string) => void>();
  const put: { question: (question: string) => void } = { question: () => undefined };
  function Page() {
    const [question, setQuestion] = useState(first ?? exercise.firstQuestion);
    put.question = setQuestion;
    const ask = (next: string) => {
      asked(next);
      if (!isLate) setQuestion(next);
    };
    return (
      <AppContext value={app}>
        <QuestionEditor exercise={exercise} question={question} onAsk={ask} />
      </AppContext>
    );
  }
  const { container } = render(<Page />);
  return {
    app,
    container,
    asked,
    exercise,
    user: userEvent.setup({ delay: null }),
    /** Another question comes from elsewhere. */
    put: (question: string) => act(() => put.question(question)),
    note: () => screen.getByRole('status').textContent,
  };
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const box = (): HTMLTextAreaElement => screen.getByRole('textbox');
const typed = (value: string) => {
  fireEvent.input(box(), { target: { value } });
  pass(1000);
};
const words = () => within(screen.getByRole('list')).getAllByRole('listitem');

describe('a sentence', () => {
  holdTime();
  it('is asked when it is typed to the end, and stays in the box as it was typed', () => {
    const { asked, note } = edit('feelings');
    fireEvent.input(box(), { target: { value: 'I am' } });
    pass(100);
    fireEvent.input(box(), { target: { value: 'I am NOT afraid!' } });
    expect(asked).not.toHaveBeenCalled();
    pass(1000);
    expect(asked.mock.calls).toEqual([['I am not afraid']]);
    expect(box()).toHaveValue('I am NOT afraid!');
    expect(note()).not.toContain('guess');
  });

  it('has as many rows as it takes, for a browser that does not size the box by what is in it', () => {
    edit('feelings');
    expect(box().rows).toBe(2);
    typed('I am calm');
    expect(box().rows).toBe(1);
  });

  it('is not asked while an input method composes, nor by the Enter that ends it', () => {
    const { asked } = edit('feelings', 'ko');
    fireEvent.compositionStart(box());
    fireEvent.input(box(), { target: { value: '나는 무서' }, isComposing: true });
    pass(5000);
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(asked).not.toHaveBeenCalled();
    expect(box()).toHaveValue('나는 무서');
    box().value = '나는 무섭다';
    fireEvent.compositionEnd(box(), { data: '섭다' });
    pass(1000);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(box()).toHaveValue('나는 무섭다');
  });

  it('shows the words that no training sentence has', () => {
    edit('feelings');
    typed('I am xyzzy');
    expect(words().map(({ textContent }) => textContent)).toContain('xyzzy ?xyzzy: unknown, read as ?');
  });

  it.each([
    ['xyzzy plugh', /knows none of these words.*guess/],
    ['무섭다', /trained on English sentences.*guess/],
    ['...', /There is no word in it.*last question stays/],
  ])('%s: says so', (sentence, expected) => {
    const { note } = edit('feelings');
    typed(sentence);
    expect(note()).toMatch(expected);
  });

  it('of too many words is asked up to the limit, says where it is cut, and stays as it was typed', () => {
    const { asked, note } = edit('feelings');
    const pasted = 'terrified '.repeat(60);
    typed(pasted);
    expect(box()).toHaveValue(pasted);
    expect(box().maxLength).toBeGreaterThan(pasted.length);
    expect(asked.mock.calls).toEqual([['terrified '.repeat(40).trim()]]);
    expect(words()).toHaveLength(40);
    expect(note()).toMatch(/40 words at most: here up to “…terrified”/);
  });

  it('that cannot be read is not asked, and the box is marked', () => {
    const { asked } = edit('feelings');
    typed('!!!');
    expect(asked).not.toHaveBeenCalled();
    expect(box()).toBeInvalid();
  });

  it('gives way to one from elsewhere', () => {
    const { put, note } = edit('feelings');
    typed('!!!');
    put('I am calm');
    expect(box()).toHaveValue('I am calm');
    expect(box()).toBeValid();
    expect(note()).not.toContain('no word');
  });
});

describe('a number', () => {
  holdTime();
  it.each([
    ['four hundred twenty-two', '422'],
    ['423', '423'],
  ])('%s is asked as %s', (text, question) => {
    const { asked } = edit('numbers');
    typed(text);
    expect(asked.mock.calls).toEqual([[question]]);
    expect(box()).toHaveValue(text);
  });

  it('shows the words that are read', () => {
    edit('numbers');
    typed('422');
    expect(words().map(({ textContent }) => textContent)).toEqual(['four', 'hundred', 'twenty', 'two']);
  });

  it('shows the words that it does not know', () => {
    edit('numbers');
    typed('four bananas');
    expect(words().map(({ textContent }) => textContent)).toEqual([
      'four',
      'bananas ?bananas: unknown, read as nothing',
    ]);
  });

  it.each([
    ['5000', /trained on 0 to 999.*guess; “오천” would be correct/, 1],
    ['hello', /not a whole number.*English numbers such as “four hundred twenty-one”.*guess\.$/, 1],
    ['3.5', /not a whole number.*guess\.$/, 1],
    ['-5', /trained on 0 to 999.*guess\.$/, 1],
    [
      '사백이십이',
      /trained on English numbers: this one is “four hundred twenty-two”.*For Korean ones turn.*guess/,
      1,
    ],
    ['', /Type a number.*last question stays/, 0],
    ['nine '.repeat(60), /longer than any number.*last question stays/, 0],
  ])('%s: says what was trained on', (text, expected, times) => {
    const { note, asked } = edit('numbers');
    typed(text);
    expect(note()).toMatch(expected);
    expect(asked).toHaveBeenCalledTimes(times);
  });
});

describe('a picture', () => {
  const asPicture = (exercise: LabExercise, question: string) => {
    const reading = exercise.kind === 'captions' ? exercise.read(question) : null;
    if (reading === null || reading.kind === 'unreadable') throw new Error('no picture');
    return reading;
  };

  it('is chosen: somebody and something', async () => {
    const { user, asked, exercise } = edit('captions');
    await user.click(screen.getByRole('radio', { name: /^girl/ }));
    await user.click(screen.getByRole('radio', { name: /^cup/ }));
    const reading = asPicture(exercise, asked.mock.calls[1][0]);
    expect(reading.kind === 'ready' && exercise.spell(reading.answer ?? [])).toBe('the girl holds a cup');
  });

  it('marks the combinations that were never trained on', async () => {
    const { user, note } = edit('captions');
    const held = screen.getAllByRole('radio', { name: /never trained on together/ });
    expect(held.length).toBeGreaterThan(0);
    await user.click(held[0]);
    expect(note()).toBe('The network was never trained on this combination.');
  });

  it('is drawn by the keyboard, with one cell in the order of Tab', async () => {
    const { user, asked, exercise } = edit('captions');
    const cells = screen.getAllByRole('gridcell');
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    act(() => cells[0].focus());
    await user.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(screen.getAllByRole('gridcell')[1]).toHaveFocus());
    await user.keyboard(' ');
    const before = asPicture(exercise, exercise.firstQuestion).question;
    const after = asPicture(exercise, asked.mock.calls[0][0]).question;
    expect(after[1]).toBe(1 - before[1]);
    expect(after.filter((pixel, index) => pixel !== before[index])).toHaveLength(1);
  });

  it('keeps every pixel of a stroke, however late the network sees them', () => {
    const { asked, put, exercise } = edit('captions', 'en', '0'.repeat(16), true);
    const grid = screen.getByRole('grid');
    grid.getBoundingClientRect = () => new DOMRect(0, 0, 80, 80);
    fireEvent.pointerDown(grid, { button: 0, clientX: 5, clientY: 5 });
    fireEvent.pointerMove(grid, { clientX: 35, clientY: 5 });
    put(asked.mock.calls[0][0]);
    fireEvent.pointerMove(grid, { clientX: 75, clientY: 5 });
    fireEvent.pointerUp(grid);
    const drawn = asPicture(exercise, asked.mock.calls.at(-1)?.[0] ?? '').question;
    expect(drawn.slice(0, 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('that is empty, or like no other, is told to be a guess', async () => {
    const { user, note } = edit('captions');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(note()).toMatch(/picture is empty.*trained on somebody with something.*guess/);
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
    act(() => screen.getAllByRole('gridcell')[0].focus());
    await user.keyboard(' {ArrowRight} {ArrowRight} ');
    expect(note()).toMatch(/differs from every picture.*guess/);
  });
});

describe('a video', () => {
  const frames = (question: string) => [...question];

  it('is drawn with arrow keys, frame by frame, and taken back', async () => {
    const { user, asked, app } = edit('motion', 'en', '0');
    act(() => screen.getAllByRole('gridcell')[0].focus());
    await user.keyboard('{ArrowRight}{ArrowDown} {Backspace}');
    expect(asked.mock.calls.map(([question]) => frames(question))).toEqual([
      ['0', '1'],
      ['0', '1', '7'],
      ['0', '1', '7', '7'],
      ['0', '1', '7'],
    ]);
    expect(app.actions.selectTimestep).toHaveBeenLastCalledWith(2);
  });

  it('is drawn with the pointer, one cell at a time however fast it goes', () => {
    const { asked } = edit('motion', 'en', '0');
    const grid = screen.getByRole('grid');
    grid.getBoundingClientRect = () => new DOMRect(0, 0, 60, 60);
    fireEvent.pointerDown(grid, { button: 0, clientX: 25, clientY: 25 });
    fireEvent.pointerMove(grid, { clientX: 55, clientY: 25 });
    fireEvent.pointerUp(grid);
    fireEvent.pointerMove(grid, { clientX: 5, clientY: 5 });
    expect(asked.mock.calls.at(-1)).toEqual(['efgh']);
  });

  it('of one frame says that it shows no motion; its answer is a guess', () => {
    const { note } = edit('motion', 'en', '5');
    expect(note()).toMatch(/One frame alone shows no motion.*guess/);
  });

  it('without a frame is not asked', async () => {
    const { user, note, asked } = edit('motion');
    await user.click(screen.getByRole('button', { name: 'New path' }));
    expect(note()).toMatch(/no frame yet.*keeps the frames that were there last/);
    expect(asked).not.toHaveBeenCalled();
  });

  it.each(['New path', 'Undo'])(
    'that %s leaves without a frame is gone on with by the keyboard',
    async (name) => {
      const { user, asked, note } = edit('motion', 'en', '0');
      await user.click(screen.getByRole('button', { name }));
      expect(note()).toMatch(/keeps the frames that were there last/);
      await vi.waitFor(() => expect(screen.getAllByRole('gridcell')[0]).toHaveFocus());
      await user.keyboard('{ArrowRight} ');
      expect(asked.mock.calls).toEqual([['1']]);
    },
  );

  it('loses no key and no cell, however late the network reads them', async () => {
    const { user, asked, put, app } = edit('motion', 'en', '0', true);
    act(() => screen.getAllByRole('gridcell')[0].focus());
    await user.keyboard('{ArrowRight}{ArrowRight}');
    put('01');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(asked).toHaveBeenLastCalledWith('0128e');
    expect(app.actions.selectTimestep).not.toHaveBeenCalled();
    put('0128e');
    expect(app.actions.selectTimestep).toHaveBeenCalledWith(4);

    put('5');
    await user.keyboard('{ArrowDown}');
    expect(asked).toHaveBeenLastCalledWith('5b');
  });

  it('stops at its last frame, and says so', async () => {
    const { user, asked, note } = edit('motion', 'en', '01'.repeat(30));
    act(() => screen.getAllByRole('gridcell')[1].focus());
    await user.keyboard('{ArrowLeft}');
    expect(asked).not.toHaveBeenCalled();
    expect(note()).toMatch(/up to 60 frames: take some back/);
    await user.keyboard('{Backspace}');
    expect(note()).not.toMatch(/60 frames/);
  });

  it('is kept where a cell is pressed that the dot cannot reach in one frame, and says so', async () => {
    const { asked, note, user } = edit('motion', 'en', '01');
    const grid = screen.getByRole('grid');
    grid.getBoundingClientRect = () => new DOMRect(0, 0, 60, 60);
    fireEvent.pointerDown(grid, { button: 0, clientX: 55, clientY: 55 });
    fireEvent.pointerMove(grid, { clientX: 45, clientY: 55 });
    fireEvent.pointerUp(grid);
    expect(asked).not.toHaveBeenCalled();
    expect(note()).toMatch(/one cell a frame.*New path/);
    await user.click(screen.getByRole('button', { name: 'New path' }));
    expect(note()).not.toMatch(/one cell a frame/);
    fireEvent.pointerDown(grid, { button: 0, clientX: 55, clientY: 55 });
    expect(asked.mock.calls).toEqual([['z']]);
  });

  it('does not grow where a wall stops the dot', async () => {
    const { user, asked, note } = edit('motion', 'en', '0');
    act(() => screen.getAllByRole('gridcell')[0].focus());
    await user.keyboard('{ArrowUp}{ArrowLeft}{ArrowRight}');
    expect(asked.mock.calls).toEqual([['01']]);
    expect(note()).not.toMatch(/wall/);
    await user.keyboard('{ArrowUp}');
    expect(note()).toMatch(/The wall stops the dot/);
  });

  it('begins anywhere by keyboard', async () => {
    const { user, asked } = edit('motion');
    await user.click(screen.getByRole('button', { name: 'New path' }));
    act(() => screen.getAllByRole('gridcell')[0].focus());
    await user.keyboard('{ArrowRight}{ArrowDown} {ArrowDown}');
    expect(asked.mock.calls).toEqual([['7'], ['7d']]);
  });

  it('is scrubbed: its frames are the timesteps', () => {
    const { app } = edit('motion');
    fireEvent.change(screen.getByRole('slider', { name: 'Frame' }), { target: { value: '4' } });
    expect(app.actions.selectTimestep).toHaveBeenCalledWith(3);
  });
});

describe('every editor', () => {
  it.each(['captions', 'feelings', 'numbers', 'motion'] as const)(
    'of %s takes questions from the data, says which were trained on, and is accessible',
    async (task) => {
      const { user, note, asked, container } = edit(task);
      await user.click(screen.getByRole('button', { name: 'never seen' }));
      expect(note()).toMatch(/was never trained on this/);
      await user.click(screen.getByRole('button', { name: 'trained' }));
      expect(note()).toMatch(/is among those it trains on/);
      expect(new Set(asked.mock.calls.flat()).size).toBe(2);
      expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    },
  );
});
