import type { Trainer } from '../engine/index.ts';
import type { Condition } from './protocol.ts';

/** Whether the trainer's present update is one at which training stops by itself. */
export function isMet(condition: Condition, { update, correct, targets, loss }: Trainer): boolean {
  switch (condition.kind) {
    case 'update':
      return update >= condition.update;
    case 'accuracy':
      return correct >= condition.share * targets;
    case 'loss':
      return loss <= condition.nats;
  }
}
