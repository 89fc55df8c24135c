import { vi } from 'vitest';
import type { Actions } from '../../src/state/actions.ts';

/** Every action as a mock of its own that does nothing. */
export function mockActions() {
  return {
    setText: vi.fn(),
    choose: vi.fn(),
    openSlide: vi.fn(),
    ask: vi.fn(),
    setLearningRate: vi.fn(),
    train: vi.fn(),
    pause: vi.fn(),
    advance: vi.fn(),
    trainUntil: vi.fn(),
    seek: vi.fn(),
    intervene: vi.fn(),
    removeIntervention: vi.fn(),
    returnTo: vi.fn(),
    forgetBranch: vi.fn(),
    setTwin: vi.fn(),
    want: vi.fn(),
    setPanel: vi.fn(),
    setFold: vi.fn(),
    setGuessing: vi.fn(),
    reset: vi.fn(),
    setPace: vi.fn(),
    selectTimestep: vi.fn(),
    setLanguage: vi.fn(),
    copyLink: vi.fn(async () => true),
    link: vi.fn(() => ''),
    notify: vi.fn(),
    dismissNotice: vi.fn(),
  } satisfies Actions;
}
