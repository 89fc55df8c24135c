import { hashOf, ROUTES, type Screen } from '../state/route.ts';
import { CopyLink } from './CopyLink.tsx';
import { useActions, useMessages, useView } from './context.ts';
import styles from './Header.module.css';
import { ThemeButton } from './ThemeButton.tsx';
import { focusTraining } from './Transport.tsx';

/** Of the screens there are. */
const SCREENS: readonly Screen[] = ['playground', 'shapes', 'cells'];

export function Header({
  screen = 'playground',
  onShowKeys,
}: {
  readonly screen?: Screen;
  readonly onShowKeys: () => void;
}) {
  const { shell } = useMessages();
  const isExcerpt = useView(({ hidden }) => hidden.length > 0) && isFramed();
  if (isExcerpt) {
    return (
      <header className={`${styles.header} ${styles.low}`}>
        <h1 className={styles.brand}>Unrolled</h1>
        <LanguageSwitch />
      </header>
    );
  }
  return (
    <header className={styles.header}>
      <button type="button" className={styles.skip} onClick={focusTraining}>
        {shell.skipToTraining}
      </button>
      <h1 className={styles.brand}>Unrolled</h1>
      <nav className={styles.screens} aria-label={shell.screens.name}>
        {SCREENS.map((each) => (
          <a
            key={each}
            href={each === screen ? `#${ROUTES[each]}` : hashOf(each)}
            className={styles.screen}
            aria-current={each === screen ? 'page' : undefined}
          >
            {shell.screens[each]}
          </a>
        ))}
      </nav>
      <p className={styles.tagline}>{shell.tagline}</p>
      <nav className={styles.actions} aria-label={shell.page}>
        <LanguageSwitch />
        <CopyLink />
        <button
          type="button"
          className={styles.action}
          aria-label={shell.keys}
          title={shell.keys}
          onClick={onShowKeys}
        >
          ?
        </button>
        <ThemeButton />
      </nav>
    </header>
  );
}

/** In another page, which has a title and a menu of its own; see main.tsx. */
function isFramed(): boolean {
  return 'framed' in document.documentElement.dataset;
}

/** Each language is named in itself, so that it is found by those who need it. */
const LANGUAGES = [
  ['ko', '한국어'],
  ['en', 'English'],
] as const;

function LanguageSwitch() {
  const { shell } = useMessages();
  const language = useView((view) => view.language);
  const { setLanguage } = useActions();
  return (
    <fieldset className={styles.languages}>
      <legend className="visually-hidden">{shell.language}</legend>
      {LANGUAGES.map(([code, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.language}
          aria-pressed={language === code}
          onClick={() => setLanguage(code)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
