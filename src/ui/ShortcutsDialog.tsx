/** The list of keys. */
import { useEffect, useId, useRef, useState } from 'react';
import { shortcuts } from '../i18n/shortcuts.ts';
import { characterKeys } from './characterKeys.ts';
import { useWords } from './context.ts';
import styles from './ShortcutsDialog.module.css';

export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(shortcuts);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const rows: readonly (readonly [keys: readonly string[], meaning: string])[] = [
    [[words.space], words.trainOrPause],
    [[',', '.'], words.oneUpdate],
    [['←', '→'], words.timestep],
    [['Home', 'End'], words.ends],
    [['p', 'n'], words.operation],
    [['?'], words.list],
    [['Esc'], words.leave],
  ];
  return (
    <dialog ref={dialog} className={styles.dialog} closedby="any" aria-labelledby={id} onClose={onClose}>
      <div className={styles.top}>
        <h2 id={id}>{words.title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          {words.close}
        </button>
      </div>
      <dl className={styles.keys}>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <CharacterKeys label={words.characterKeys} />
    </dialog>
  );
}

function CharacterKeys({ label }: { readonly label: string }) {
  const [on, setOn] = useState(characterKeys.areOn);
  return (
    <label className={styles.characterKeys}>
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget: { checked } }) => {
          characterKeys.set(checked);
          setOn(checked);
        }}
      />
      {label}
    </label>
  );
}
