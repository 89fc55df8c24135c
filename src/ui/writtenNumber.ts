/** Numbers of a field within a sentence. */
import { grouped } from '../i18n/numbers.ts';
import { LIMITS, type LimitedField } from '../state/config.ts';

/** As `grouped`; but a seed is a name, not a quantity. */
export function writtenNumber(field: LimitedField, value: number): string {
  return field === 'seed' ? String(value) : grouped(value);
}

/** What may be entered in a field. */
export function writtenRange(field: LimitedField) {
  const { min, max, integer } = LIMITS[field];
  return { min: writtenNumber(field, min), max: writtenNumber(field, max), integer };
}
