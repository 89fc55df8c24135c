/** What the screens of several labs have in common. */
import type { App, Environment } from './app.ts';
import type { LinkEnvironment } from './linkActions.ts';
import type { Address } from './state/address.ts';
import type { Reading } from './state/linkTable.ts';
import type { Notice } from './state/run.ts';
import type { Link } from './state/url.ts';
import type { Hub } from './worker/hub.ts';

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

/** What there is to say about a screen's link. */
export function unreadIn({ unread }: Reading<unknown>): Notice | null {
  return unread.length > 0 ? { kind: 'linkUnread', keys: unread } : null;
}
