import type { ReactNode } from 'react';
import styles from './ColorLegend.module.css';
import { useMessages } from './context.ts';
import { useColorTable } from './scheme.ts';

export interface ColorLegendProps {
  /** Values from −domain to +domain have their own colour. */
  readonly domain: number;
  /** Whether there can be values beyond, which have the colours of the ends. */
  readonly open?: boolean;
  /** What is coloured, where there is more than one scale. */
  readonly children?: ReactNode;
}

/** Enough stops that the straight parts between them cannot be told from the table. */
const STOPS = Array.from({ length: 17 }, (_, stop) => Math.round((stop * 255) / 16));

/** The scale of the signed colours with its ends and its middle. */
export function ColorLegend({ domain, open = false, children }: ColorLegendProps) {
  const { css } = useColorTable();
  const { legend } = useMessages().hiddenState;
  const colors = STOPS.map((index) => css[index]).join(', ');
  return (
    <div className={styles.legend}>
      {children}
      <div className={styles.scale} role="img" aria-label={legend(domain, open)}>
        <div className={styles.bar} style={{ backgroundImage: `linear-gradient(to right, ${colors})` }} />
        <div className={styles.values} aria-hidden="true">
          <span>
            {open && '≤ '}−{domain}
          </span>
          <span>0</span>
          <span>
            {open && '≥ '}+{domain}
          </span>
        </div>
      </div>
    </div>
  );
}
