/** What the screens of several labs have in common. */
import type { App, Environment } from '../app/app.ts';
import type { LinkEnvironment } from '../app/linkActions.ts';
import type { Address } from '../state/address.ts';
import { nameable, type Reading } from '../state/linkTable.ts';
import { isOfLink, type Notice } from '../state/run.ts';
import type { Link } from '../state/url.ts';
import type { Hub } from '../worker/hub.ts';

/** What such a screen needs of the browser, so that it can be tested without one. */
export interface LabScreenEnvironment<ScreenLink>
  extends Pick<Environment, 'language' | 'theme'>,
    LinkEnvironment {
  /** All labs share one worker. */
  readonly hub: Hub;
  readonly openAddress: (onChange: (reading: Reading<ScreenLink>) => void) => Address<ScreenLink>;
}

/** What the page's parts read and do: those of one lab, or of all of them together. */
export type Side = Omit<App, 'dispose'>;

/** A lab's address within the screen's: it opens with `link`, and tells where it stands. */
export function createLabAddress(
  link: Link,
  tell: Pick<Address, 'push'> & Partial<Pick<Address, 'replace' | 'remember'>>,
): Address {
  const ignore = () => undefined;
  return {
    read: () => ({ link, unread: [] }),
    replace: ignore,
    remember: ignore,
    flush: ignore,
    dispose: ignore,
    ...tell,
  };
}

/** Of each lab what it says; `nameOf` tells how the screen's link calls a part of the lab's own. */
export interface LabTold {
  readonly notice: Notice | null;
  readonly nameOf: (key: string) => string;
}

/**
 * One notice for a screen of several labs: what a lab says of anything else than its link comes first, and of links
 * all that is said, of the screen's and of each lab's. The same object as long as nobody says anything else.
 */
export function createJointNotice(): (linkNotice: Notice | null, labs: readonly LabTold[]) => Notice | null {
  let said: readonly (Notice | null)[] = [];
  let joint: Notice | null = null;
  return (linkNotice, labs) => {
    const now = [linkNotice, ...labs.map(({ notice }) => notice)];
    if (now.some((notice, index) => notice !== said[index])) joint = joined(linkNotice, labs);
    said = now;
    return joint;
  };
}

function joined(linkNotice: Notice | null, labs: readonly LabTold[]): Notice | null {
  const other = labs.find(({ notice }) => notice !== null && !isOfLink(notice));
  if (other !== undefined) return other.notice;
  const keys = new Set(isOfLink(linkNotice) ? linkNotice.keys : []);
  let standIn: string | null = null;
  for (const { notice, nameOf } of labs) {
    if (!isOfLink(notice)) continue;
    for (const key of notice.keys) keys.add(nameOf(key));
    if (notice.kind === 'linkTextTooShort') standIn = notice.standIn;
  }
  const all = nameable(keys);
  if (standIn !== null) return { kind: 'linkTextTooShort', standIn, keys: all };
  return all.length > 0 ? { kind: 'linkUnread', keys: all } : null;
}

/** What there is to say about a screen's link. */
export function unreadIn({ unread }: Reading<unknown>): Notice | null {
  return unread.length > 0 ? { kind: 'linkUnread', keys: unread } : null;
}
