import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { noActions, renderHeatmaps } from './heatmapFixture.tsx';

beforeAll(async () => {
  // Loaded when a weight is edited; a busy machine takes its time.
  await import('../../src/ui/time/WeightEditor.tsx');
});

afterEach(() => {
  Reflect.deleteProperty(Element.prototype, 'setPointerCapture');
  vi.clearAllMocks();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** W_hh begins after the 12 weights of W_xh. */
const INDEX = 13;
const matrix = () => screen.getByRole('application', { name: /^W_hh/ });

beforeEach(() => {
  // jsdom has none.
  Object.assign(Element.prototype, { setPointerCapture: () => {} });
});

function pointer(
  what: 'down' | 'move' | 'up',
  target: Element,
  clientX: number,
  clientY: number,
  more: PointerEventInit = {},
) {
  const init = { clientX, clientY, pointerId: 1, pointerType: 'mouse', button: 0, ...more };
  if (what === 'down') fireEvent.pointerDown(target, init);
  else if (what === 'move') fireEvent.pointerMove(target, init);
  else {
    fireEvent.pointerUp(target, init);
    fireEvent.click(target, init);
  }
}

async function openEditor() {
  const page = renderHeatmaps();
  const user = userEvent.setup();
  act(() => page.run.setState({ parameters: page.run.getState().parameters.with(INDEX, 0.25) }));
  act(() => matrix().focus());
  await user.keyboard('{ArrowRight}{Enter}');
  const input = await screen.findByRole(
    'spinbutton',
    { name: 'New value of W_hh[1,2]' },
    { timeout: 10_000 },
  );
  return { ...page, user, input };
}

describe('the editor of a weight', () => {
  test('opens on its value with the keyboard in it, and Enter sets what was typed', async () => {
    const { user, input } = await openEditor();
    expect(input).toHaveFocus();
    expect(input).toHaveValue('0.25');
    await user.clear(input);
    await user.keyboard('−1,5{Enter}');
    expect(noActions.intervene.mock.calls).toEqual([[{ kind: 'weight', index: INDEX, value: -1.5 }]]);
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(matrix()).toHaveFocus();
  });

  test('what is not a number is answered in place, and nothing changes', async () => {
    const { user, input } = await openEditor();
    for (const text of ['seven', '', '1001']) {
      await user.clear(input);
      if (text) await user.keyboard(text);
      await user.keyboard('{Enter}');
      expect(input).toHaveAccessibleDescription(/Enter a number from −1,000 to 1,000\. Still using 0\.25\./);
      expect(input).toHaveAttribute('aria-invalid', 'true');
    }
    expect(noActions.intervene).not.toHaveBeenCalled();
  });

  test('arrow keys step it by a hundredth, with Shift by a tenth; Escape leaves all as it was', async () => {
    const { user, input } = await openEditor();
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    expect(input).toHaveValue('0.16');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(noActions.intervene).not.toHaveBeenCalled();
  });

  test('a negative number has a real minus sign, and a hyphen is as good where it is typed', async () => {
    const { user, input } = await openEditor();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    expect(input).toHaveValue('−0.15');
    await user.keyboard('{ArrowUp}');
    expect(input).toHaveValue('−0.14');
    await user.clear(input);
    await user.keyboard('-0.5{Enter}');
    expect(noActions.intervene.mock.calls).toEqual([[{ kind: 'weight', index: INDEX, value: -0.5 }]]);
  });

  test('the number follows a dragged handle to the right and up, and is set at the release', async () => {
    const { input } = await openEditor();
    const handle = screen.getByTitle('Drag to change the number');
    pointer('down', handle, 100, 100);
    pointer('move', handle, 110, 95);
    expect(input).toHaveValue('0.4');
    expect(noActions.intervene).not.toHaveBeenCalled();
    pointer('up', handle, 110, 95);
    expect(noActions.intervene.mock.calls).toEqual([[{ kind: 'weight', index: INDEX, value: 0.4 }]]);
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });

  test('the cell that was set is where the keyboard starts again', async () => {
    const { user } = await openEditor();
    await user.keyboard('{ArrowUp}{Enter}');
    act(() => matrix().blur());
    act(() => matrix().focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('spinbutton')).toHaveAccessibleName('New value of W_hh[1,2]');
  });

  test('a value left as it was is no intervention', async () => {
    const { user } = await openEditor();
    await user.keyboard('{Enter}');
    expect(noActions.intervene).not.toHaveBeenCalled();
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });
});

describe('a number dragged in its matrix', () => {
  /** W_hh[1,1], whose cell is at the top left of the matrix. */
  const FIRST = 12;
  const render = async () => {
    const page = renderHeatmaps();
    act(() => page.run.setState({ parameters: page.run.getState().parameters.with(FIRST, 0.25) }));
    // No pointer is there without having come.
    fireEvent.pointerEnter(matrix());
    await vi.dynamicImportSettled();
    return page;
  };

  test.each(['mouse', 'pen'])('follows the %s and is set at the release', async (pointerType) => {
    await render();
    pointer('down', matrix(), 3, 3, { pointerType });
    pointer('move', matrix(), 40, 3, { pointerType });
    expect(await screen.findByRole('spinbutton')).toHaveAccessibleName('New value of W_hh[1,1]');
    pointer('move', matrix(), 40, 16, { pointerType });
    expect(screen.getByRole('spinbutton')).toHaveValue('0.49');
    pointer('move', matrix(), 50, 16, { pointerType, shiftKey: true });
    expect(screen.getByRole('spinbutton')).toHaveValue('0.5');
    expect(noActions.intervene).not.toHaveBeenCalled();
    pointer('up', matrix(), 50, 16, { pointerType });
    expect(noActions.intervene.mock.calls).toEqual([[{ kind: 'weight', index: FIRST, value: 0.5 }]]);
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });

  test('is as it was after Escape, also when the pointer is released later', async () => {
    const { user } = { ...(await render()), user: userEvent.setup() };
    pointer('down', matrix(), 3, 3);
    pointer('move', matrix(), 40, 3);
    await screen.findByRole('spinbutton');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('spinbutton')).toBeNull();
    pointer('move', matrix(), 60, 3);
    pointer('up', matrix(), 60, 3);
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(noActions.intervene).not.toHaveBeenCalled();
  });

  test('a press that hardly moves is a click, which opens the editor to type', async () => {
    await render();
    pointer('down', matrix(), 3, 3);
    pointer('move', matrix(), 5, 4);
    expect(screen.queryByRole('spinbutton')).toBeNull();
    pointer('up', matrix(), 5, 4);
    expect(await screen.findByRole('spinbutton')).toHaveFocus();
    expect(noActions.intervene).not.toHaveBeenCalled();
  });

  test('a finger scrolls instead', async () => {
    await render();
    pointer('down', matrix(), 3, 3, { pointerType: 'touch' });
    pointer('move', matrix(), 3, 60, { pointerType: 'touch' });
    expect(screen.queryByRole('spinbutton')).toBeNull();
    fireEvent.pointerUp(matrix(), { clientX: 3, clientY: 60, pointerId: 1, pointerType: 'touch' });
    expect(noActions.intervene).not.toHaveBeenCalled();
  });
});

test('a weight that would blow up is refused beside the weights', async () => {
  const { run } = renderHeatmaps();
  act(() =>
    run.setState({
      notice: { kind: 'refused', change: { kind: 'weight', index: INDEX, value: 900 }, loss: 4e5 },
    }),
  );
  await waitFor(() => expect(screen.getByText(/400,000/)).toBeVisible());
  act(() => run.setState({ notice: { kind: 'refused', change: { kind: 'cut' }, loss: 4e5 } }));
  expect(screen.queryByText(/400,000/)).toBeNull();
});
