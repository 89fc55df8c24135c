/** The browser's address and history: they follow what is on the screen and report what comes from outside. */
import type { Reading } from './linkTable.ts';
import { leaveScreen, type Screen, screenOf } from './route.ts';
import { formatLink, type Link as PlaygroundLink, readLink } from './url.ts';
import type { Language } from './view.ts';

/** Every link may say in which language the page is. */
interface Translatable {
  readonly language: Language | null;
}

/** How the links of one screen are written in the address, and read. */
export interface LinkForm<Link> {
  readonly screen: Screen;
  /** Never throws; names what could not be used. */
  read(hash: string): Reading<Link>;
  format(link: Link): string;
}

export interface Address<Link = PlaygroundLink> {
  /** The link the page was opened with, or that of the present entry. */
  read(): Reading<Link>;
  /**
   * A choice: the present entry keeps what it was last given, the link gets a new one. Changes of the same field
   * within a second of each other, or in one press of the pointer, share an entry.
   */
  push(link: Link, field: string): void;
  /** The present entry moved on, such as to a later update; written soon. */
  replace(link: Link): void;
  /** The same, written only when the entry or the page is left: a write costs a frame, so none while training. */
  remember(link: Link): void;
  /** Writes at once what is still to be written. */
  flush(): void;
  dispose(): void;
}

/** The part of a window that the address needs. */
export interface AddressWindow {
  readonly location: { readonly hash: string };
  readonly history: {
    readonly state: unknown;
    pushState(data: string, unused: string, url: string): void;
    replaceState(data: string, unused: string, url: string): void;
  };
  readonly performance: Pick<Performance, 'now'>;
  /** Asking for it may throw where nothing may be kept. */
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
  addEventListener(type: string, listener: () => void, capture: boolean): void;
  removeEventListener(type: string, listener: () => void, capture: boolean): void;
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

const SAME_CHOICE_MS = 1000;
const REPLACE_EVERY_MS = 500;

/** Under this name the tab keeps what was written as the page was left, to which entry, and over what. */
const LEFT = 'unrolled.left';

/** Safari throws at the hundredth write of the history within 30 seconds; a few are left for `flush`. */
const WRITES = 90;
const WRITES_WITHIN_MS = 30_000;

/**
 * Entries of the history that were left before they said where the run had got to, by the name that each entry keeps
 * in its state: the hash they should have. The browser lets nobody write an entry that is not the present one.
 */
const leftBehind = new Map<string, string>();

const PLAYGROUND: LinkForm<PlaygroundLink> = { screen: 'playground', read: readLink, format: formatLink };

/** The address of the playground. */
export function createAddress(
  window: AddressWindow,
  onChange: (reading: Reading<PlaygroundLink>) => void,
): Address {
  return createAddressOf(PLAYGROUND, window, onChange);
}

/**
 * The address of one screen. `onChange` is called once for each link that comes from outside: back, forward, a typed
 * or pasted hash. While the address names another screen nothing is read or written.
 */
export function createAddressOf<Link extends Translatable>(
  { screen, read, format }: LinkForm<Link>,
  window: AddressWindow,
  onChange: (reading: Reading<Link>) => void,
): Address<Link> {
  /** The hash of the present entry, as last written or seen. */
  let entry = window.location.hash;
  /** The name of the present entry. */
  let name: string | null = null;
  /** What the present entry is to be replaced with, and the timer that will. */
  let waiting: Link | null = null;
  let timer: number | null = null;
  /** Moments of the last writes, oldest first. */
  let writes: number[] = [];
  let choice: { field: string; time: number; press: number } | null = null;
  /** The hash that `popstate` told of, of which `hashchange` has nothing new to tell. */
  let told: string | null = null;
  /** The entry beside the present one between which only the language was chosen; null where another choice was. */
  let translated: string | null = null;
  let press = 0;
  let isPressed = false;

  /** Milliseconds until `count` more writes are allowed. */
  function timeUntilAllowed(count: number): number {
    const now = window.performance.now();
    writes = writes.filter((time) => now - time < WRITES_WITHIN_MS);
    const excess = writes.length + count - WRITES;
    return excess > 0 ? writes[excess - 1] + WRITES_WITHIN_MS - now : 0;
  }

  function write(method: 'pushState' | 'replaceState', hash: string) {
    if (hash === entry || screenOf(window.location.hash) !== screen) return;
    writeEntry(method, hash, method === 'pushState' ? null : name);
  }

  /** Under a name of its own where it has none yet. */
  function writeEntry(method: 'pushState' | 'replaceState', hash: string, named: string | null) {
    // None of this page or of the page before a reload has the same name.
    const next = named ?? `${Math.random()}`;
    writes.push(window.performance.now());
    try {
      window.history[method](next, '', hash);
      name = next;
      entry = hash;
    } catch {
      // A page without an address of its own (in a sandbox, over the limit) works on without history.
    }
  }

  /** Brings the present entry, come to just now, up to where it was left, and gives it a name where it has none. */
  function catchUp() {
    name = null;
    if (screenOf(window.location.hash) !== screen) return;
    const { state } = window.history;
    if (typeof state === 'string') name = state;
    else if (timeUntilAllowed(1) <= 0) writeEntry('replaceState', window.location.hash, null);
    if (name === null) return;
    const left = leftBehind.get(name);
    leftBehind.delete(name);
    if (left !== undefined) write('replaceState', left);
  }

  function stopWaiting() {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    waiting = null;
  }

  function flush() {
    const link = waiting;
    stopWaiting();
    if (link !== null) write('replaceState', format(link));
  }

  /** A browser that reloads has read the address before this last write of it, so the tab keeps the write too. */
  function leave() {
    const before = entry;
    flush();
    if (entry === before) return;
    try {
      window.sessionStorage.setItem(LEFT, JSON.stringify([name, before, entry]));
    } catch {
      // A reload then comes back to what the address said before.
    }
  }

  function comeBack() {
    try {
      const [left, before, after] = JSON.parse(window.sessionStorage.getItem(LEFT) ?? '[]');
      if (left === name && before === entry) write('replaceState', String(after));
    } catch {
      // Nothing readable was kept.
    }
  }

  function replace(link: Link) {
    waiting = link;
    if (timer !== null) return;
    const sinceLast = window.performance.now() - (writes.at(-1) ?? Number.NEGATIVE_INFINITY);
    timer = window.setTimeout(flush, Math.max(0, REPLACE_EVERY_MS - sinceLast, timeUntilAllowed(1)));
  }

  function push(link: Link, field: string) {
    const now = window.performance.now();
    const isSame =
      choice !== null &&
      choice.field === field &&
      (now - choice.time < SAME_CHOICE_MS || (isPressed && choice.press === press));
    choice = { field, time: now, press };
    if (isSame || timeUntilAllowed(2) > 0) return replace(link);
    flush();
    translated = field === 'language' ? entry : null;
    write('pushState', format(link));
  }

  function followAddress() {
    const hash = window.location.hash;
    if (hash === entry && waiting === null) return;
    if (screenOf(entry) === screen && screenOf(hash) !== screen) {
      leaveScreen(waiting === null ? entry : format(waiting));
    }
    const isTranslation = hash === translated;
    // The run has gone on since the language was chosen, and goes on.
    const present = isTranslation ? (waiting ?? read(entry).link) : null;
    translated = isTranslation ? entry : null;
    // What was waiting belongs to the entry that was left.
    if (waiting !== null && name !== null) leftBehind.set(name, format(waiting));
    stopWaiting();
    entry = hash;
    choice = null;
    catchUp();
    if (screenOf(hash) !== screen) return;
    const reading = read(window.location.hash);
    const { language } = reading.link;
    onChange(present === null ? reading : { link: { ...present, language }, unread: [] });
  }

  function followPop() {
    followAddress();
    told = window.location.hash;
  }

  function followHash() {
    if (window.location.hash !== told) followAddress();
    told = null;
  }

  function startPress() {
    press += 1;
    isPressed = true;
  }

  function endPress() {
    isPressed = false;
  }

  const listeners = [
    ['popstate', followPop],
    ['hashchange', followHash],
    // Phones end a page that is hidden without a further event.
    ['visibilitychange', leave],
    ['pagehide', leave],
    ['pointerdown', startPress],
    ['pointerup', endPress],
    ['pointercancel', endPress],
  ] as const;
  catchUp();
  comeBack();
  for (const [type, listener] of listeners) window.addEventListener(type, listener, true);

  return {
    read: () => read(screenOf(window.location.hash) === screen ? window.location.hash : ''),
    push,
    replace,
    remember(link) {
      waiting = link;
    },
    flush,
    dispose() {
      flush();
      for (const [type, listener] of listeners) window.removeEventListener(type, listener, true);
    },
  };
}
