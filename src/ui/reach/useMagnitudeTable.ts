import { useContext } from 'react';
import type { ColorTable } from '../../layout/color.ts';
import { magnitudeTable } from '../../layout/magnitudeColor.ts';
import { SchemeContext } from '../scheme.ts';

/** The violet colours of magnitudes in the scheme in force. */
export function useMagnitudeTable(): ColorTable {
  return magnitudeTable(useContext(SchemeContext));
}
