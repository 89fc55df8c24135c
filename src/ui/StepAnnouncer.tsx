import { useState } from 'react';
import { useMessages, useView } from './context.ts';

/** Speaks a step when the person moves to it, not when training changes its prediction. */
export function StepAnnouncer({ sentence }: { readonly sentence: string }) {
  const words = useMessages().network;
  const timestep = useView((view) => view.timestep);
  const [announced, setAnnounced] = useState({ timestep, spoken: '' });
  if (announced.timestep !== timestep) setAnnounced({ timestep, spoken: sentence });
  return (
    <p className="visually-hidden" role="status" aria-label={words.stepStatus}>
      {announced.spoken}
    </p>
  );
}
