import * as gateWords from '../../i18n/gates.ts';
import { useActions, useRun, useWords } from '../context.ts';
import styles from './HoldChoice.module.css';

export interface HoldChoiceProps {
  readonly layer: number;
  /** Its index in PyTorch's order. */
  readonly gate: number;
  /** What is held, for readers of the screen. */
  readonly label: string;
}

const HOLDS = ['free', 'shut', 'open'] as const;

/** Holds a gate of a layer open or shut at every timestep, or lets it go: an intervention. */
export function HoldChoice({ layer, gate, label }: HoldChoiceProps) {
  const { holds } = useWords(gateWords);
  const { intervene } = useActions();
  const held = useHeld(layer, gate);
  const choose = (hold: string) => {
    if (hold === 'free') intervene({ kind: 'release', layer, gate });
    else intervene({ kind: 'hold', layer, gate, value: hold === 'open' ? 1 : 0 });
  };
  return (
    <select
      className={styles.hold}
      aria-label={label}
      data-held={held !== null}
      value={HOLDS[held === null ? 0 : held + 1]}
      onChange={(event) => choose(event.target.value)}
    >
      {HOLDS.map((hold) => (
        <option key={hold} value={hold}>
          {holds[hold]}
        </option>
      ))}
    </select>
  );
}

/** What a gate of a layer is held at; null while it is free. */
export function useHeld(layer: number, gate: number): 0 | 1 | null {
  return useRun(
    (run) =>
      run.snapshot.ablation.held?.find((one) => one.layer === layer && one.gate === gate)?.value ?? null,
  );
}
