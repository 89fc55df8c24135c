import type { ReactNode } from 'react';
import { guessing } from '../../i18n/guessing.ts';
import { useWords } from '../context.ts';
import styles from './GuessMark.module.css';

/** A guess of the person: filled where the network said the same, and hollow where it said something else. */
export function GuessMark({ same, children }: { readonly same: boolean; readonly children?: ReactNode }) {
  const words = useWords(guessing);
  return (
    <span className={`${styles.mark} ${same ? styles.same : ''}`}>
      {words.yours} {children && <b>{children}</b>}
    </span>
  );
}
