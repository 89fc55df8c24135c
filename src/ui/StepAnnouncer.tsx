import { useState } from 'react';
import { useMessages, useView } from './context.ts';

/** Speaks a step when the person moves to it or its prediction is covered or uncovered, not when training changes it. */
export function StepAnnouncer({
  sentence,
  covered = false,
}: {
  readonly sentence: string;
  readonly covered?: boolean;
}) {
  const words = useMessages().network;
  const timestep = useView((view) => view.timestep);
  const [announced, setAnnounced] = useState({ timestep, covered, spoken: '' });
  if (announced.timestep !== timestep || announced.covered !== covered) {
    setAnnounced({ timestep, covered, spoken: sentence });
  }
  return (
    <p className="visually-hidden" role="status" aria-label={words.stepStatus}>
      {announced.spoken}
    </p>
  );
}
