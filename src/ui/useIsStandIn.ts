import { modelOf } from '../state/start.ts';
import { useApp, useRun } from './context.ts';

/**
 * Whether the network on the screen, or its text, is another than the chosen one, which is still prepared: what is said
 * of it is not true of what the controls say.
 */
export function useIsStandIn(): boolean {
  const { config } = useApp();
  return useRun(({ preparing, model, task }) => {
    const chosen = config.getState();
    return (
      preparing &&
      (('text' in task && task.text !== chosen.text) ||
        JSON.stringify(model) !== JSON.stringify(modelOf(chosen, task)))
    );
  });
}
