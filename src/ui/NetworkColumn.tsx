/** One timestep of the unrolled network: its blocks with their values; arrows are drawn by NetworkLinks. */
import { memo } from 'react';
import { useStore } from 'zustand';
import type { Trace } from '../engine/index.ts';
import { grouped } from '../i18n/numbers.ts';
import type { Block, Role } from '../layout/blocks.ts';
import { type NetworkLayout, PICTURE_HEIGHT } from '../layout/network.ts';
import { endBefore, isAnswering, readAt, readName, type Task } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';
import { InputVector } from './InputVector.tsx';
import { LetterText } from './LetterText.tsx';
import { lazily } from './lazily.ts';
import styles from './NetworkColumn.module.css';
import { PredictionBadge } from './PredictionBadge.tsx';
import { ProbabilityBars } from './ProbabilityBars.tsx';
import { predictionAt, scoresOf } from './prediction.ts';
import { shownReach } from './reach/shownReach.ts';
import { useIsFrozen } from './time/useIsFrozen.ts';
import { ValueCells } from './ValueCells.tsx';
import { statesOf, valueDomain } from './values.ts';

/** Loaded when the panel that it belongs to first shows something. */
const LetterReach = lazily(async () => (await import('./reach/LetterReach.tsx')).LetterReach);

const FrozenCells = lazily(async () => (await import('./time/FrozenCells.tsx')).FrozenCells);

/** Where a step says nothing, or what it says is to be guessed, there is none of these. */
const ANSWER: readonly Role[] = ['logits', 'probability', 'prediction', 'target'];
/** After the end of the answer there are none of these, though the network is unrolled on. */
const BEFORE_END: readonly Role[] = ['logits', 'probability', 'input'];
const PAINTED: readonly Role[] = ['logits', 'probability'];

export interface NetworkColumnProps {
  readonly t: number;
  readonly layout: NetworkLayout;
  readonly task: Task;
  readonly trace: Trace;
  readonly relu: boolean;
  readonly selected: boolean;
  /** Whether the person still has to guess what the network says: what lies under a cover could be read all the same. */
  readonly covered?: boolean;
  /** Whether what the person guessed stands between target and prediction. */
  readonly guessed?: boolean;
  /** Whether scores and bars are on the canvas below. */
  readonly painted?: boolean;
  /** Of the digits of each block. */
  readonly decimals: readonly number[];
}

export const NetworkColumn = memo(function NetworkColumn({
  t,
  layout,
  task,
  trace,
  relu,
  selected,
  covered = false,
  guessed = false,
  painted = false,
  decimals,
}: NetworkColumnProps) {
  const names = task.outputNames;
  const prediction = predictionAt(task, trace, t, layout.listed);
  const { target, said } = prediction;
  const read = readAt(task, trace, t);
  const isPicture = read.kind === 'picture';
  const isOver = endBefore(task, trace, t) !== null;
  const middle = layout.columnWidth / 2;
  const isReached = useStore(shownReach, (shown) => shown !== null);
  const isFrozen = useIsFrozen();

  const draw = (block: Block) => {
    switch (block.role) {
      case 'target':
        return (
          target !== null && (
            <LetterText
              letter={letterMark(names[target])}
              x={middle}
              y={block.y + (guessed ? 9 : 15)}
              size={20}
              room={layout.inner}
              muted
            />
          )
        );
      case 'prediction':
        return (
          (!isOver || target !== null) && (
            <PredictionBadge
              block={block}
              letter={isOver ? '–' : letterMark(names[said])}
              right={target === null ? null : !isOver && said === target}
            />
          )
        );
      case 'probability':
        return <ProbabilityBars block={block} prediction={prediction} vocabulary={names} />;
      case 'logits':
      case 'hidden':
      case 'cellState':
        return (
          <>
            <ValueCells
              block={block}
              domain={valueDomain(block.role, relu)}
              room={layout.inner}
              decimals={decimals[layout.blocks.indexOf(block)]}
              {...(block.role === 'logits'
                ? scoresOf(trace, t, prediction, names)
                : { values: statesOf(trace, block, t) })}
            />
            {isFrozen && block.role !== 'logits' && <FrozenCells block={block} />}
          </>
        );
      case 'input':
        return <InputVector block={isPicture ? { ...block, height: PICTURE_HEIGHT } : block} read={read} />;
      case 'letter':
        return (
          <>
            {!isPicture && (
              <LetterText
                letter={readName(task, trace, t)}
                x={middle}
                y={block.y + 18}
                size={27}
                room={layout.inner}
                strong={selected}
              />
            )}
            {isReached && <LetterReach t={t} x={middle} y={block.y + 51} width={layout.inner} />}
            <text className={styles.time} x={middle} y={block.y + 48}>
              t = {grouped(t + 1)}
            </text>
          </>
        );
    }
  };

  const without = covered || !isAnswering(task, t) ? ANSWER : isOver ? BEFORE_END : painted ? PAINTED : [];
  const shown = layout.blocks.filter(({ role }) => !without.includes(role));
  return shown.map((block) => <g key={`${block.role}${block.layer}`}>{draw(block)}</g>);
});
