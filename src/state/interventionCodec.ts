/**
 * How interventions are written in a link: update, what, and to which value, such as
 * 57:lr:0.05,60:w14:-0.7,70:freeze1.3,75:thaw1.3,80:cut,90:restore,95:hold1.2:0,99:release1.2 (weights by their index
 * in the flat parameters from 0, units as layer.unit and gates as layer.gate from 1).
 */
import { subjectOf, withoutIdle } from '../worker/interventions.ts';
import type { Change, Intervention } from '../worker/protocol.ts';
import { type Codec, flag, number, position } from './codec.ts';
import { LIMITS } from './config.ts';

const update = number('update');
const rate = number('learningRate');
const weight = number('weight');
const layer = position(LIMITS.layers.max);
const unit = position(LIMITS.hiddenSize.max);
/** No cell has more than four. */
const gate = position(4);

/**
 * At most `most` interventions in ascending order of update; what cannot be read is skipped, and what does nothing:
 * another about the same at the same update takes its place, or it is so already.
 */
export function interventions(most: number): Codec<readonly Intervention[]> {
  return {
    parse: (written, onSkip) => {
      const parts = written.split(',', most + 1);
      let latest = 0;
      const read = parts.map((part, index) => {
        const intervention = index < most ? parseOne(part) : undefined;
        if (intervention === undefined || intervention.update < latest) return null;
        latest = intervention.update;
        return intervention;
      });
      const last = new Map<string, Intervention>();
      for (const each of read) if (each) last.set(`${each.update} ${subjectOf(each)}`, each);
      const used = withoutIdle([...last.values()]);
      if (used.length === 0) return undefined;
      // One that is written twice is used.
      const usedParts = new Set(used.map(formatOne));
      parts.forEach((part, index) => {
        const intervention = read[index];
        if (intervention === null || !usedParts.has(formatOne(intervention))) onSkip(part);
      });
      return used;
    },
    // One that was undone at its own update leaves behind the undoing, which nothing needs.
    format: (all) => withoutIdle(all).slice(0, most).map(formatOne).join(','),
  };
}

function parseOne(written: string): Intervention | undefined {
  const [at = '', what = '', ...value] = written.split(':');
  const when = update.parse(at, ignore);
  const change = value.length > 1 ? undefined : parseChange(what, value.at(0));
  return when === undefined || change === undefined ? undefined : { ...change, update: when };
}

function parseChange(what: string, written: string | undefined): Change | undefined {
  if (written === undefined) return what === 'cut' || what === 'restore' ? { kind: what } : parsePlace(what);
  if (what === 'lr') {
    const value = rate.parse(written, ignore);
    return value === undefined ? undefined : { kind: 'learningRate', value };
  }
  if (what.startsWith('hold')) return parseHold(what, written);
  const value = weight.parse(written, ignore);
  if (value === undefined || !/^w\d{1,9}$/.test(what)) return undefined;
  return { kind: 'weight', index: Number(what.slice(1)), value };
}

function parsePlace(what: string): Change | undefined {
  const [, kind, inLayer = '', place = ''] = /^(freeze|thaw|release)(\d+)\.(\d+)$/.exec(what) ?? [];
  const layerIndex = layer.parse(inLayer, ignore);
  if (layerIndex === undefined) return undefined;
  if (kind === 'release') {
    const gateIndex = gate.parse(place, ignore);
    return gateIndex === undefined ? undefined : { kind, layer: layerIndex, gate: gateIndex };
  }
  const unitIndex = unit.parse(place, ignore);
  if ((kind !== 'freeze' && kind !== 'thaw') || unitIndex === undefined) return undefined;
  return { kind, layer: layerIndex, unit: unitIndex };
}

function parseHold(what: string, written: string): Change | undefined {
  const [, inLayer = '', place = ''] = /^hold(\d+)\.(\d+)$/.exec(what) ?? [];
  const [layerIndex, gateIndex] = [layer.parse(inLayer, ignore), gate.parse(place, ignore)];
  const isOpen = flag.parse(written, ignore);
  if (layerIndex === undefined || gateIndex === undefined || isOpen === undefined) return undefined;
  return { kind: 'hold', layer: layerIndex, gate: gateIndex, value: isOpen ? 1 : 0 };
}

function formatOne(intervention: Intervention): string {
  return `${update.format(intervention.update)}:${formatChange(intervention)}`;
}

function formatChange(change: Change): string {
  switch (change.kind) {
    case 'learningRate':
      return `lr:${rate.format(change.value)}`;
    case 'weight':
      return `w${change.index}:${weight.format(change.value)}`;
    case 'freeze':
    case 'thaw':
      return `${change.kind}${layer.format(change.layer)}.${unit.format(change.unit)}`;
    case 'hold':
      return `hold${layer.format(change.layer)}.${gate.format(change.gate)}:${flag.format(change.value === 1)}`;
    case 'release':
      return `release${layer.format(change.layer)}.${gate.format(change.gate)}`;
    case 'cut':
    case 'restore':
      return change.kind;
  }
  return change satisfies never;
}

function ignore(): void {}
