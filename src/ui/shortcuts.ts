/** The keys of the whole page. A key that a focused control uses itself stays with that control. */
import { useContext, useEffect, useState } from 'react';
import { characterKeys } from './characterKeys.ts';
import { AppContext, type AppContextValue } from './context.ts';
import { willMove } from './phase.ts';
import { stepBack, stepForward } from './time/playhead.ts';

export type Shortcut =
  | 'trainOrPause'
  | 'updateBack'
  | 'updateForward'
  | 'previous'
  | 'next'
  | 'first'
  | 'last'
  | 'nextOperation'
  | 'previousOperation'
  | 'list';

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  ' ': 'trainOrPause',
  ',': 'updateBack',
  '.': 'updateForward',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
  n: 'nextOperation',
  p: 'previousOperation',
  '?': 'list',
};

/** Held down, these go on; the others act once. */
const REPEATING: readonly Shortcut[] = ['updateBack', 'updateForward', 'previous', 'next'];

/** Typed characters rather than named keys: a person can switch them off (WCAG 2.1.4). */
const CHARACTERS: readonly Shortcut[] = [
  'updateBack',
  'updateForward',
  'list',
  'nextOperation',
  'previousOperation',
];

/** What an open panel listens for itself. */
type PanelShortcut = 'nextOperation' | 'previousOperation';
const isOfPanel = (shortcut: Shortcut): shortcut is PanelShortcut =>
  shortcut === 'nextOperation' || shortcut === 'previousOperation';

const MOVING: readonly Shortcut[] = ['previous', 'next', 'first', 'last'];
const ALL: readonly Shortcut[] = Object.values(SHORTCUTS);

/** Which keys belong to what has the focus. */
const OWNED: readonly (readonly [selector: string, keys: readonly Shortcut[]])[] = [
  ['textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="listbox"]', ALL],
  ['input:not([type="range"], [type="radio"], [type="checkbox"])', ALL],
  ['[type="range"], [role="slider"]', MOVING],
  ['[type="radio"], [role="radio"]', MOVING],
  ['[type="radio"]:not(:checked)', ['trainOrPause']],
  ['[role="region"][tabindex]', [...MOVING, 'trainOrPause']],
  ['button, summary, [type="checkbox"], [role="button"]', ['trainOrPause']],
];

/** What a key press asks for, or null where it is not for the page. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const shortcut = Object.hasOwn(SHORTCUTS, event.key) ? SHORTCUTS[event.key] : null;
  if (shortcut === null) return null;
  const isCharacter = CHARACTERS.includes(shortcut);
  // Shift may be needed to type a character; with a named key it selects text.
  if (isCharacter ? !characterKeys.areOn() : event.shiftKey) return null;
  const { target } = event;
  const isOwned =
    target instanceof Element &&
    OWNED.some(([selector, keys]) => keys.includes(shortcut) && target.closest(selector) !== null);
  return isOwned || document.querySelector('dialog[open]') !== null ? null : shortcut;
}

/** Attaches the keys; to be used once. Whether the list of keys is open is kept here. */
export function useShortcuts() {
  const app = useContext(AppContext);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  useEffect(() => {
    if (!app) return;
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === null || isOfPanel(shortcut)) return;
      event.preventDefault();
      if (event.repeat && !REPEATING.includes(shortcut)) return;
      if (shortcut === 'list') setOpen(true);
      else perform(shortcut, app);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [app]);
  if (isOpen && !wasOpened) setOpened(true);
  return { isOpen, wasOpened, open: () => setOpen(true), close: () => setOpen(false) };
}

function perform(shortcut: Exclude<Shortcut, 'list' | PanelShortcut>, app: AppContextValue): void {
  const { actions, run, view } = app;
  const { phase } = run.getState();
  const { timestep } = view.getState();
  switch (shortcut) {
    case 'trainOrPause':
      if (willMove(run.getState())) actions.pause();
      else if (phase.kind !== 'diverged') actions.train();
      break;
    case 'updateBack':
      stepBack(app);
      break;
    case 'updateForward':
      stepForward(app);
      break;
    case 'previous':
      actions.selectTimestep(timestep - 1);
      break;
    case 'next':
      actions.selectTimestep(timestep + 1);
      break;
    case 'first':
      actions.selectTimestep(0);
      break;
    case 'last':
      actions.selectTimestep(Number.POSITIVE_INFINITY);
      break;
    default:
      shortcut satisfies never;
  }
}
