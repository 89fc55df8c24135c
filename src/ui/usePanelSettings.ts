/** What is chosen within a panel: kept in the view, so that it is in the link, and read by the panel alone. */
import { useCallback, useEffect, useMemo } from 'react';
import { formatSettings, noticeNaming, readSettings, type SettingsTable } from '../state/panelSettings.ts';
import type { Run } from '../state/run.ts';
import type { PanelWithSettings, Settings, View, ViewStore } from '../state/view.ts';
import { type AppContextValue, useApp, useRun, useView } from './context.ts';

type Change<Values> = Partial<Values> | ((now: Values) => Partial<Values>);

/**
 * The settings of a panel, and how to change some of them. What cannot be used is left out: it is named where it came
 * with a link, and goes without a word where a choice of the person has made it impossible. `table` must stay the same
 * as long as what can be chosen does.
 */
export function usePanelSettings<Values extends object>(
  panel: PanelWithSettings,
  table: SettingsTable<Values>,
): readonly [Values, (change: Change<Values>) => void] {
  const app = useApp();
  const { view, run } = app;
  const written = useView(({ settings }) => settings[panel] ?? '');
  const { values } = useMemo(() => readSettings(written, table), [written, table]);
  const question = useView((state) => state.question);
  const isInSight = useRun((state) => isAnswered(state, question));

  useEffect(() => {
    if (!isInSight) return undefined;
    leaveOutUnusable(app, panel, table);
    return view.subscribe((now: View) => {
      const isNew = !readers.get(now.settings)?.has(panel);
      if (isNew && isAnswered(run.getState(), now.question)) leaveOutUnusable(app, panel, table);
    });
  }, [app, view, run, panel, table, isInSight]);

  const choose = useCallback(
    (change: Change<Values>) => {
      const now = readSettings(view.getState().settings[panel] ?? '', table).values;
      const chosen = typeof change === 'function' ? change(now) : change;
      write(view, panel, formatSettings({ ...now, ...chosen }, table));
    },
    [view, panel, table],
  );
  return [values, choose];
}

/** Which panels have read these settings: what they cannot use any more is no fault of a link. */
const readers = new WeakMap<Settings, Set<PanelWithSettings>>();

/** Whether what is in sight is what was chosen last: the settings of a link come before its network and question. */
function isAnswered({ preparing, exercise, asked }: Run, question: string): boolean {
  return !preparing && (asked === null || asked.question === (question || exercise?.firstQuestion));
}

function leaveOutUnusable<Values extends object>(
  { view, actions }: AppContextValue,
  panel: PanelWithSettings,
  table: SettingsTable<Values>,
): void {
  const { settings } = view.getState();
  const { values, unusable } = readSettings(settings[panel] ?? '', table);
  const isOfLink = !readers.get(settings)?.has(panel);
  readers.set(settings, (readers.get(settings) ?? new Set()).add(panel));
  if (unusable.length === 0) return;
  if (isOfLink) {
    const parts = unusable.map((part) => `${panel}=${part}`);
    actions.notify((notice) => noticeNaming(parts, notice));
  }
  write(view, panel, formatSettings(values, table));
}

function write(view: ViewStore, panel: PanelWithSettings, written: string): void {
  const before = view.getState().settings;
  if ((before[panel] ?? '') === written) return;
  const settings = { ...before, [panel]: written };
  readers.set(settings, new Set([...(readers.get(before) ?? []), panel]));
  view.setState({ settings });
}
