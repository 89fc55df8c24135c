/** A part of the page that is drawn by itself, so that a slow machine can spread a picture over several frames. */
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RunStore } from '../state/run.ts';
import { AppContext, useApp } from './context.ts';
import { createTurns, type Turns } from './turns.ts';

const TurnsContext = createContext<Turns | null>(null);

/** Around the page; without it every part follows the run at once. */
export function TakeTurns({ run, children }: { readonly run: RunStore; readonly children: ReactNode }) {
  const turns = useMemo(
    () =>
      createTurns(run, {
        // After the frame: the browser's own drawing of what was drawn before is long enough a task.
        requestFrame: (callback) => requestAnimationFrame((time) => setTimeout(callback, 0, time)),
        now: () => performance.now(),
        draw: flushSync,
      }),
    [run],
  );
  return <TurnsContext value={turns}>{children}</TurnsContext>;
}

/** Around what reads the run with `useRun`; parts within parts have turns of their own. */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const turns = useContext(TurnsContext);
  return turns ? <Part turns={turns}>{children}</Part> : children;
}

function Part({ turns, children }: { readonly turns: Turns; readonly children: ReactNode }) {
  const app = useApp();
  const [run] = useState(turns.createPart);
  useLayoutEffect(() => turns.follow(run), [turns, run]);
  const value = useMemo(() => ({ ...app, run }), [app, run]);
  return <AppContext value={value}>{children}</AppContext>;
}

/** How a canvas is painted that shows older numbers until then. */
export function usePaint(): Turns['paint'] {
  return useContext(TurnsContext)?.paint ?? paintAtOnce;
}

function paintAtOnce(_: HTMLCanvasElement, take: () => void): void {
  take();
}
