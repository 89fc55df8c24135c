import { DOMAINS } from '../layout/color.ts';
import { useMessages, useRun } from './context.ts';
import styles from './NetworkLegend.module.css';
import { useColorTable } from './scheme.ts';
import { SNOWFLAKE } from './time/snowflake.ts';
import { valueDomain } from './values.ts';

/** What the colours of the network mean, with the domain of each quantity. */
export function NetworkLegend() {
  const words = useMessages().network;
  const table = useColorTable();
  const cell = useRun((run) => run.model.cell);
  const relu = useRun((run) => run.model.cell === 'rnn' && run.model.nonlinearity === 'relu');
  const isFrozen = useRun((run) => run.snapshot.ablation.frozen.length > 0);
  /** With whether there can be values beyond the domain. */
  const quantities: readonly (readonly [string, number, boolean])[] = [
    ['h', valueDomain('hidden', relu), relu],
    ...(cell === 'lstm' ? [['c', DOMAINS.cellState, true] as const] : []),
    ['y', DOMAINS.logits, true],
  ];
  const gradient = `linear-gradient(90deg, ${table.css[0]}, ${table.css[128]}, ${table.css[255]})`;
  return (
    <div className={styles.legend} role="img" aria-label={words.legend(quantities, isFrozen)}>
      <span>−</span>
      <span className={styles.ramp} style={{ background: gradient }} />
      <span>+</span>
      <span className={styles.domains}>
        {quantities.map(([symbol, domain, open]) => (
          <span key={symbol}>
            <i>{symbol}</i> {open ? `≤ −${domain} … ≥ +${domain}` : `±${domain}`}
          </span>
        ))}
      </span>
      {isFrozen && (
        <span className={styles.frozen}>
          <svg viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={SNOWFLAKE} />
          </svg>
          {words.frozen}
        </span>
      )}
    </div>
  );
}
