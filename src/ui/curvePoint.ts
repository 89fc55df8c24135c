import { grouped } from '../i18n/numbers.ts';
import { formatLoss, formatPercent } from '../layout/format.ts';
import type { Curve } from '../worker/protocol.ts';

/** Loss and accuracy at one update; NaN where they are not known. */
export interface CurvePoint {
  readonly update: number;
  readonly loss: number;
  readonly accuracy: number;
}

export function pointAt({ updates, losses, accuracies }: Curve, index: number): CurvePoint {
  return { update: updates[index], loss: losses[index], accuracy: accuracies[index] };
}

/** A point as it is written. */
export function inFigures({ update, loss, accuracy }: CurvePoint) {
  return { update: grouped(update), loss: formatLoss(loss), percent: formatPercent(accuracy) };
}
