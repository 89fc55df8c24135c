/** One timestep of the unrolled network: its blocks with their values; arrows are drawn by NetworkLinks. */
import { memo } from 'react';
import type { Trace } from '../engine/index.ts';
import type { Block } from '../layout/blocks.ts';
import type { NetworkLayout } from '../layout/network.ts';
import { argmax, listedLetters, softmax } from '../layout/probability.ts';
import { letterMark, type TextTask } from '../tasks/text.ts';
import { LetterText } from './LetterText.tsx';
import styles from './NetworkColumn.module.css';
import { OneHot } from './OneHot.tsx';
import { PredictionBadge } from './PredictionBadge.tsx';
import { ProbabilityBars } from './ProbabilityBars.tsx';
import { LetterReach } from './reach/LetterReach.tsx';
import { FrozenCells } from './time/FrozenCells.tsx';
import { ValueCells } from './ValueCells.tsx';
import { valueDomain, valuesOf } from './values.ts';

export interface NetworkColumnProps {
  readonly t: number;
  readonly layout: NetworkLayout;
  readonly task: TextTask;
  readonly trace: Trace;
  readonly relu: boolean;
  readonly selected: boolean;
}

export const NetworkColumn = memo(function NetworkColumn({
  t,
  layout,
  task,
  trace,
  relu,
  selected,
}: NetworkColumnProps) {
  const size = task.vocabulary.length;
  const target = task.ids[t + 1];
  const probabilities = softmax(trace.logits, t * size, size);
  const listed = listedLetters(probabilities, layout.listed, target);
  const predicted = argmax(trace.logits, t * size, size);
  const middle = layout.columnWidth / 2;

  const draw = (block: Block) => {
    switch (block.role) {
      case 'target':
        return (
          <LetterText
            letter={letterMark(task.vocabulary[target])}
            x={middle}
            y={block.y + 15}
            size={20}
            muted
          />
        );
      case 'prediction':
        return (
          <PredictionBadge
            block={block}
            letter={letterMark(task.vocabulary[predicted])}
            right={predicted === target}
          />
        );
      case 'probability':
        return (
          <ProbabilityBars
            block={block}
            listed={listed}
            probabilities={probabilities}
            largest={predicted}
            target={target}
            vocabulary={task.vocabulary}
          />
        );
      case 'logits':
      case 'hidden':
      case 'cellState':
        return (
          <>
            <ValueCells
              block={block}
              values={valuesOf(trace, block, t, listed, size)}
              domain={valueDomain(block.role, relu)}
              room={layout.inner}
              {...(block.role === 'logits' && {
                letters: listed.map((id) => letterMark(task.vocabulary[id])),
              })}
            />
            {block.role !== 'logits' && <FrozenCells block={block} />}
          </>
        );
      case 'input':
        return <OneHot block={block} index={task.ids[t]} vocabulary={task.vocabulary} />;
      case 'letter':
        return (
          <>
            <LetterText
              letter={letterMark(task.letters[t])}
              x={middle}
              y={block.y + 18}
              size={27}
              strong={selected}
            />
            <LetterReach t={t} x={middle} y={block.y + 32} width={layout.inner} />
            <text className={styles.time} x={middle} y={block.y + 48}>
              t = {t + 1}
            </text>
          </>
        );
    }
  };

  return layout.blocks.map((block) => <g key={`${block.role}${block.layer}`}>{draw(block)}</g>);
});
