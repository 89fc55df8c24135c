import { useEffect } from 'react';
import { useActions } from '../context.ts';

/** Asks the worker for the gates, which are larger than all the rest of a trace, as long as they are on the page. */
export function useGateSight(): void {
  const { want } = useActions();
  useEffect(() => {
    want('gates', { gates: true });
    return () => want('gates', null);
  }, [want]);
}
