import { useState } from 'react';
import { magnitudeDomain, ROUND_ENDS } from '../layout/reach.ts';

/** The upper end of a scale that follows the largest magnitude without flickering; `key` starts it anew. */
export function useMagnitudeDomain(largest: number, key: string, ends = ROUND_ENDS): number {
  const [scale, setScale] = useState({ key, domain: magnitudeDomain(largest, null, ends) });
  const domain = magnitudeDomain(largest, scale.key === key ? scale.domain : null, ends);
  if (domain !== scale.domain || key !== scale.key) setScale({ key, domain });
  return domain;
}
