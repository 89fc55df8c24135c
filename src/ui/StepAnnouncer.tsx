import { useState } from 'react';
import { useMessages, useView } from './context.ts';
import type { StepDescription } from './step.ts';

/** Speaks a step when the person moves to it, not when training changes its prediction. */
export function StepAnnouncer({ step }: { readonly step: StepDescription }) {
  const words = useMessages().network;
  const timestep = useView((view) => view.timestep);
  const [announced, setAnnounced] = useState({ timestep, sentence: '' });
  if (announced.timestep !== timestep) setAnnounced({ timestep, sentence: words.step(step) });
  return (
    <p className="visually-hidden" role="status" aria-label={words.stepStatus}>
      {announced.sentence}
    </p>
  );
}
