import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRun, textSubject } from '../../src/app/opening.ts';
import { operationsAt } from '../../src/engine/operations.ts';
import { listParameters } from '../../src/layout/reach.ts';
import { FIRST_TURN } from '../../src/layout/stateSpace.ts';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { formatSettings, readSettings, type SettingsTable } from '../../src/state/panelSettings.ts';
import type { Run } from '../../src/state/run.ts';
import { DEFAULT_LINK, formatLink, MAX_SETTINGS_UNITS, readLink } from '../../src/state/url.ts';
import { PANELS_WITH_SETTINGS, type PanelWithSettings } from '../../src/state/view.ts';
import { readText } from '../../src/tasks/text.ts';
import { type InsideSettings, insideSettings, MOST_PINS } from '../../src/ui/inside/insideSettings.ts';
import { operandsById, originOf } from '../../src/ui/inside/spot.ts';
import { placeSettings } from '../../src/ui/place/placeSettings.ts';
import { reachSettings } from '../../src/ui/reach/reachSettings.ts';
import { anyString } from '../state/anyLink.ts';

const CELLS = ['rnn', 'lstm', 'gru'] as const;

function runOf(cell: (typeof CELLS)[number], layers: number, hiddenSize = 3): Run {
  const config = { ...DEFAULT_CONFIG, cell, layers, hiddenSize };
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('a text of one letter');
  return { ...firstRun(config, textSubject(reading.task), 0), textNotice: null, notice: null };
}

const tablesOf = (run: Run) => ({
  inside: insideSettings(run.model, run.task, () => run),
  reach: reachSettings(run.model, run.task.example.inputs.length),
  place: placeSettings(run.model),
});

/** Through what the panel writes, the link and back. */
function throughLink<Values extends object>(
  panel: PanelWithSettings,
  values: Values,
  table: SettingsTable<Values>,
) {
  const hash = formatLink({ ...DEFAULT_LINK, settings: { [panel]: formatSettings(values, table) } });
  const { link, unread } = readLink(hash);
  expect(unread).toEqual([]);
  return readSettings(link.settings[panel] ?? '', table);
}

const anyRun = fc
  .tuple(fc.constantFrom(...CELLS), fc.integer({ min: 1, max: 3 }))
  .map(([cell, layers]) => runOf(cell, layers));

describe('what is chosen within a panel', () => {
  it('comes back from a link: losses, scales and matrices', () => {
    const anyCase = anyRun.chain((run) =>
      fc.tuple(
        fc.constant(tablesOf(run).reach),
        fc.record({
          layer: fc.nat(run.model.layers - 1),
          state: run.model.cell === 'lstm' ? fc.constantFrom('h', 'c') : fc.constant('h' as const),
          scale: fc.constantFrom('linear', 'log'),
          loss: fc.option(fc.nat(run.task.example.inputs.length - 1)),
          matrix: fc.nat(listParameters(run.model).length - 1),
          sum: fc.constantFrom('change', 'gradient'),
        }),
      ),
    );
    fc.assert(
      fc.property(anyCase, ([table, values]) => {
        expect(throughLink('reach', values, table)).toEqual({ values, unusable: [] });
      }),
    );
  });

  it('comes back from a link: operation, kept numbers, and what is opened and closed', () => {
    const anyCase = anyRun.chain((run) => {
      const { model, task, parameters, snapshot } = run;
      const { trace, ablation } = snapshot;
      const operations = operationsAt({ model, parameters, trace, ablation, timestep: 0, target: 0 });
      const anyPin = fc
        .tuple(
          fc.nat(task.example.inputs.length - 1),
          fc.constantFrom(...operandsById(operations).values()),
          fc.nat(),
          fc.nat(),
        )
        .map(([timestep, operand, row, column]) =>
          originOf({
            timestep,
            operand: operand.id,
            row: row % operand.rows,
            column: operand.kind === 'given' ? column % operand.columns : 0,
          }),
        );
      const anyRow = fc
        .option(fc.nat(model.layers - 1))
        .chain((layer) =>
          fc.nat((layer === null ? model.outputSize : model.hiddenSize) - 1).map((row) => ({ layer, row })),
        );
      const values: fc.Arbitrary<InsideSettings> = fc.record({
        at: fc.option(fc.nat(operations.length - 1)),
        pins: fc.uniqueArray(anyPin, {
          maxLength: MOST_PINS,
          selector: (pin) => JSON.stringify(pin),
        }),
        lines: fc.subarray([...new Set(operations.map(({ line }) => line))]),
        layers: fc.subarray(Array.from({ length: model.layers }, (_, layer) => layer)),
        rows: fc.uniqueArray(anyRow, { selector: ({ layer }) => layer }),
      });
      return fc.tuple(fc.constant(tablesOf(run).inside), values);
    });
    fc.assert(
      fc.property(anyCase, ([table, values]) => {
        expect(throughLink('inside', values, table)).toEqual({ values, unusable: [] });
        expect(formatSettings(values, table).length).toBeLessThan(MAX_SETTINGS_UNITS / 2);
      }),
    );
  });

  it('comes back from a link: layer, state, trail and turn, as far as it can be seen', () => {
    const anyAngle = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const values = fc.record({
      layer: fc.nat(1),
      state: fc.constantFrom('h' as const, 'c' as const),
      trail: fc.boolean(),
      turn: fc.record({ yaw: anyAngle(20), pitch: anyAngle(Math.PI / 2) }),
      mirrored: fc.constant([]),
    });
    const table = tablesOf(runOf('lstm', 2)).place;
    fc.assert(
      fc.property(values, (chosen) => {
        const once = throughLink('place', chosen, table);
        expect(once.unusable).toEqual([]);
        expect({ ...once.values, turn: null }).toEqual({ ...chosen, turn: null });
        const { yaw, pitch } = once.values.turn;
        expect(Math.cos(yaw - chosen.turn.yaw)).toBeCloseTo(1, 6);
        expect(pitch).toBeCloseTo(chosen.turn.pitch, 2);
        // What is seen is what was written, so that another look at the same link sees the same.
        expect(throughLink('place', once.values, table)).toEqual(once);
      }),
    );
  });

  it('is written only where it differs from the default, as a person can read it', () => {
    const { inside, reach, place } = tablesOf(runOf('lstm', 2));
    expect(formatSettings(reach.defaults, reach)).toBe('');
    expect(formatSettings(inside.defaults, inside)).toBe('');
    expect(formatSettings({ ...place.defaults, turn: { ...FIRST_TURN } }, place)).toBe('');
    const settings = {
      inside: formatSettings(
        {
          ...inside.defaults,
          at: 3,
          pins: [
            { timestep: 2, operand: '0.h.result', row: 1, column: 0 },
            { timestep: 0, operand: 'W_hy', row: 1, column: 2 },
          ],
          lines: ['0.i'],
        },
        inside,
      ),
      reach: formatSettings({ ...reach.defaults, loss: 2, scale: 'log', matrix: 4 }, reach),
      place: formatSettings({ ...place.defaults, trail: false, turn: { yaw: 0, pitch: -0.1 } }, place),
    };
    expect(formatLink({ ...DEFAULT_LINK, settings })).toBe(
      '#/playground?inside=at:4,pins:3-1.h-2+1-W_hy-2-3,lines:1.i&reach=scale:log,loss:3,matrix:W_xh.2&place=trail:0,turn:0+-0.1',
    );
  });
});

describe('what a link says of a panel and there is not', () => {
  const { inside, reach, place } = tablesOf(runOf('rnn', 1));

  it.each([
    ['loss:5', reach],
    ['loss:0', reach],
    ['layer:2', reach],
    ['state:c', reach],
    ['matrix:W_hh.2', reach],
    ['matrix:__proto__', reach],
    ['scale', reach],
    ['__proto__:1', reach],
    ['constructor:1', reach],
    ['at:9', inside],
    ['pins:5-1.h-1', inside],
    ['pins:1-2.h-1', inside],
    ['pins:1-1.h-4', inside],
    ['pins:1-1.W_hh-1-4', inside],
    ['pins:1-1.h-1-1-1', inside],
    ['lines:1.i', inside],
    ['layers:2', inside],
    ['rows:1-4', inside],
    ['turn:9 0', place],
    ['turn:0 1.7', place],
    ['turn:0', place],
    ['trail:yes', place],
  ] as const)('%s is named and left out', (written, table) => {
    const { values, unusable } = readSettings<object>(written, table);
    expect(unusable).toEqual([written]);
    expect(values).toEqual(table.defaults);
  });

  it('leaves what stands beside it as it is', () => {
    const { values, unusable } = readSettings('pins:1-1.h-1 9-1.h-1 1-1.h-1 2-y-1,at:2,at:3', inside);
    expect(values).toMatchObject({ at: 1, pins: [{ timestep: 0 }, { timestep: 1, operand: 'y.result' }] });
    expect(unusable).toEqual(['pins:9-1.h-1', 'pins:1-1.h-1', 'at:3']);
    expect(readSettings('rows:1-2 1-3', inside)).toMatchObject({
      values: { rows: [{ layer: 0, row: 1 }] },
      unusable: ['rows:1-3'],
    });
  });

  it('is nothing to turn where there is no cube, and nothing to mirror where there is', () => {
    expect(readSettings('mirrored:1', place).unusable).toEqual(['mirrored:1']);
    expect(readSettings('turn:0 0', tablesOf(runOf('rnn', 1, 2)).place).unusable).toEqual(['turn:0 0']);
  });

  it('never makes it throw, and what is used can be written again', () => {
    const names = [
      'at',
      'pins',
      'lines',
      'layers',
      'rows',
      'layer',
      'state',
      'scale',
      'loss',
      'matrix',
      'turn',
    ];
    const piece = fc.oneof(
      anyString,
      fc.constantFrom(
        ...names,
        '1',
        '-',
        '-1',
        '1.h',
        'W_hh',
        '3-1.h-2',
        ' ',
        ',',
        ':',
        'h',
        'c',
        '0',
        '1e9',
      ),
    );
    const hostile = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    const shaped = fc
      .array(fc.tuple(fc.constantFrom(...names), hostile))
      .map((parts) => parts.map(([name, value]) => `${name}:${value}`).join());
    fc.assert(
      fc.property(fc.oneof(hostile, shaped), fc.constantFrom(...PANELS_WITH_SETTINGS), (written, panel) => {
        const { link } = readLink(`#/playground?${new URLSearchParams({ [panel]: written })}`);
        for (const table of [inside, reach, place] as readonly SettingsTable<object>[]) {
          const { values } = readSettings(link.settings[panel] ?? '', table);
          expect(readSettings(formatSettings(values, table), table)).toEqual({ values, unusable: [] });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
