import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { noActions, renderHeatmaps } from './heatmapFixture.tsx';

beforeAll(async () => {
  // Loaded when a weight is edited; a busy machine takes its time.
  await import('../../src/ui/time/WeightEditor.tsx');
});

afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'setPointerCapture');
  vi.clearAllMocks();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** W_hh begins after the 12 weights of W_xh. */
const INDEX = 13;
const matrix = () => screen.getByRole('application', { name: /^W_hh/ });

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

  test('the number follows a dragged handle to the right and up', async () => {
    Object.assign(HTMLElement.prototype, { setPointerCapture: () => {} });
    const { user, input } = await openEditor();
    const handle = screen.getByTitle('Drag to change the number');
    fireEvent.pointerDown(handle, { clientX: 100, clientY: 100, pointerId: 1 });
    fireEvent.pointerMove(handle, { clientX: 110, clientY: 95, pointerId: 1 });
    expect(input).toHaveValue('0.4');
    await user.keyboard('{Enter}');
    expect(noActions.intervene.mock.calls).toEqual([[{ kind: 'weight', index: INDEX, value: 0.4 }]]);
  });

  test('a value left as it was is no intervention', async () => {
    const { user } = await openEditor();
    await user.keyboard('{Enter}');
    expect(noActions.intervene).not.toHaveBeenCalled();
    expect(screen.queryByRole('spinbutton')).toBeNull();
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
