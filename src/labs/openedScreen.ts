/** What a screen is opened with in a browser, and what is there then. */
import type { ReactNode } from 'react';
import type { Environment } from '../app/app.ts';
import type { LinkEnvironment } from '../app/linkActions.ts';
import type { ViewStore } from '../state/view.ts';
import type { ClientCallbacks, ClientOptions } from '../worker/client.ts';
import type { Clock } from './lockstep.ts';

export interface Start extends LinkEnvironment, Pick<Environment, 'language' | 'theme'> {
  readonly thread: Omit<ClientOptions, keyof ClientCallbacks>;
  readonly clock: Clock;
  /** That the screen is on the screen. */
  readonly whenShown: () => Promise<void>;
}

/** A screen that was opened. */
export interface Opened {
  readonly page: ReactNode;
  readonly view: ViewStore;
  /** Ends its workers and lets go of the browser. */
  dispose(): void;
}
