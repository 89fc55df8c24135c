/** The place in training that a person is at, and how they get to another one. */
import type { Run } from '../../state/run.ts';
import type { View } from '../../state/view.ts';
import type { AppContextValue } from '../context.ts';

/** Snapshots that may still be on their way when the playhead is sent. */
const STALE_SNAPSHOTS = 3;

/** The update where the playhead is held or was sent, else where the run is or replays to. */
export function placeOf({ phase, snapshot }: Run, { playhead }: Pick<View, 'playhead'>): number {
  return playhead ?? (phase.kind === 'seeking' ? phase.target : snapshot.update);
}

/** The furthest update known of the present history. */
export function furthestOf({ curve, snapshot }: Run): number {
  return Math.max(curve.updates.at(-1) ?? 0, snapshot.update);
}

/** Sends the run to an update that was visited before. The playhead is there at once, the pictures follow. */
export function sendPlayhead({ actions, run, view }: AppContextValue, update: number): void {
  const target = Math.max(0, Math.min(furthestOf(run.getState()), Math.round(update)));
  view.setState({ playhead: target });
  actions.seek(target);
  let patience = STALE_SNAPSHOTS;
  const release = ({ snapshot, phase }: Run) => {
    if (view.getState().playhead !== target) return true;
    const isThere = phase.kind === 'seeking' ? phase.target === target : snapshot.update === target;
    if (!isThere && patience > 0) return false;
    view.setState({ playhead: null });
    return true;
  };
  if (release(run.getState())) return;
  const stop = run.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) patience--;
    if (release(now)) stop();
  });
}

/** One update on: to a known one, else by training one more. A run that diverged has none. */
export function stepForward(app: AppContextValue): void {
  const run = app.run.getState();
  const place = placeOf(run, app.view.getState());
  if (place < furthestOf(run)) sendPlayhead(app, place + 1);
  else if (run.phase.kind === 'seeking') app.actions.seek(place + 1);
  else if (run.phase.kind !== 'diverged') app.actions.advance(1);
}

/** One update back. */
export function stepBack(app: AppContextValue): void {
  sendPlayhead(app, placeOf(app.run.getState(), app.view.getState()) - 1);
}
