/** Which colour scheme is in force: the person's choice, or the system's. */
import { createContext, useContext } from 'react';
import { type ColorTable, divergingTable, type Scheme } from '../layout/color.ts';

export const SchemeContext = createContext<Scheme>('light');

/** The diverging colours of the scheme in force. */
export function useColorTable(): ColorTable {
  return divergingTable(useContext(SchemeContext));
}
