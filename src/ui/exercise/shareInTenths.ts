import { formatFixed, formatPercent } from '../../layout/format.ts';

/** A percentage without its sign, to a tenth where it is not whole; 100 and 0 only where they are meant. */
export function shareInTenths(right: number, all: number): string {
  const share = right / all;
  if (Number.isInteger(share * 100)) return formatPercent(share);
  const tenths = Math.min(999, Math.max(1, Math.round(share * 1000)));
  return formatFixed(tenths / 10, 1);
}
