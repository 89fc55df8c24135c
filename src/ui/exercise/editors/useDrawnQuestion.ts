import { useRef, useState } from 'react';
import type { LabExercise } from '../../../tasks/questions.ts';

export interface DrawnQuestion {
  /** What is drawn, as a link writes it. */
  readonly draft: string;
  /** The same, within a stroke that no picture has come after yet. */
  latest(): string;
  /** Shows `next` at once, and asks it where it can be read. */
  draw(next: string): void;
}

/**
 * A question that is drawn stroke by stroke: what is drawn stays ahead of `question`, the one in sight, which comes
 * later and may leave some out. A question from elsewhere takes its place.
 */
export function useDrawnQuestion(
  exercise: LabExercise,
  question: string,
  onAsk: (question: string) => void,
): DrawnQuestion {
  const [known, setKnown] = useState(question);
  const [draft, setDraft] = useState(question);
  /** Asked and not in sight yet, oldest first. */
  const [coming, setComing] = useState<readonly string[]>([]);
  const latest = useRef(draft);
  if (question !== known) {
    setKnown(question);
    const at = coming.indexOf(question);
    setComing(at < 0 ? [] : coming.slice(at + 1));
    if (at < 0) setDraft(question);
  }
  latest.current = draft;
  return {
    draft,
    latest: () => latest.current,
    draw(next) {
      latest.current = next;
      setDraft(next);
      if (exercise.read(next).kind === 'unreadable') return;
      setComing((before) => (next === question ? [] : [...before, next]));
      onAsk(next);
    },
  };
}
