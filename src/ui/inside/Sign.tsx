import styles from './Sign.module.css';

/** A sign of an equation, or the name of a function with its bracket. */
export function Sign({ text }: { readonly text: string }) {
  return <span className={/[a-zσ]/i.test(text) ? styles.word : styles.sign}>{text}</span>;
}
