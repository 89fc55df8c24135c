import type { Theme } from '../state/view.ts';
import { useMessages, useView, useViewStore } from './context.ts';
import styles from './Header.module.css';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

const ICONS: Readonly<Record<Theme, string>> = {
  system: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4',
  dark: 'M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z',
};

/** Goes round: the system's colours, light, dark. */
export function ThemeButton() {
  const { shell } = useMessages();
  const theme = useView((view) => view.theme);
  const view = useViewStore();
  const name = `${shell.theme}: ${shell.themes[theme]}`;
  return (
    <button
      type="button"
      className={styles.action}
      aria-label={name}
      title={name}
      onClick={() => view.setState({ theme: NEXT[theme] })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={ICONS[theme]} fill={theme === 'light' ? 'none' : undefined} />
        {theme === 'system' && <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />}
      </svg>
    </button>
  );
}
