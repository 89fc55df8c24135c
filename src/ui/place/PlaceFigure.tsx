/** The figure "The state as a place": the path of the hidden state, and how it moved over the updates. */
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { isolated } from '../../i18n/isolated.ts';
import * as placeWords from '../../i18n/place.ts';
import { formatFixed } from '../../layout/format.ts';
import { windowAround } from '../../layout/reach.ts';
import { FIRST_TURN, findRepeated, placeStates, trailSize } from '../../layout/stateSpace.ts';
import { readAt, readName, readNames, type Task } from '../../tasks/task.ts';
import type { Snapshot } from '../../worker/protocol.ts';
import { useActions, useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { useCovered } from '../guessing/useRound.ts';
import { usePacedSnapshot } from '../usePacedSnapshot.ts';
import { usePanelSettings } from '../usePanelSettings.ts';
import { useSize } from '../useSize.ts';
import { PlaceControls } from './PlaceControls.tsx';
import { PlaceDrawing } from './PlaceDrawing.tsx';
import styles from './PlaceFigure.module.css';
import { FEW_POINTS } from './PlacePath.tsx';
import { PlaceSentences } from './PlaceSentences.tsx';
import { placePoints, placeTable } from './placePoints.ts';
import { placeSettings } from './placeSettings.ts';
import { CHEAP, usePlace } from './usePlace.ts';

/** Timesteps drawn in full, and the largest drawing in CSS pixels. */
const MOST_STEPS = 200;
const LARGEST = 420;
/** Milliseconds between two pictures of states that take long to place. */
const PACE = 400;

const NO_TRAIL: NonNullable<Snapshot['trail']> = [];

export function PlaceFigure() {
  const words = useWords(placeWords);
  const { selectTimestep, want } = useActions();
  const model = useRun((run) => run.model);
  const task = useRun((run) => run.task);
  const covered = useCovered();
  const timestep = useView((view) => view.timestep);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const table = useMemo(() => placeSettings(model), [model]);
  const [{ turn, mirrored, ...choice }, choose] = usePanelSettings('place', table);

  const timesteps = task.example.inputs.length;
  const snapshot = usePacedSnapshot(timesteps * model.hiddenSize > CHEAP ? PACE : 0);
  const selected = Math.min(timestep, timesteps - 1);
  const { layer, state } = choice;
  const { hidden, cellState } = snapshot.trace.layers[layer];
  const states = state === 'c' ? (cellState ?? hidden) : hidden;
  const hasTrail = layer === model.layers - 1 && state === 'h';
  const isTraining = useRun((run) => run.phase.kind === 'training');
  const isTrailShown = hasTrail && choice.trail;
  const asked = isTrailShown ? trailSize(model, timesteps, isTraining) : 0;
  useEffect(() => want('place', { trail: asked }), [want, asked]);
  useEffect(() => () => want('place', null), [want]);
  const trail = useMemo(
    () =>
      asked > 0
        ? (snapshot.trail ?? NO_TRAIL).filter((point) => point.hidden.length === states.length)
        : NO_TRAIL,
    [asked, snapshot.trail, states.length],
  );

  const onMirror = useCallback((axes: readonly number[]) => choose({ mirrored: axes }), [choose]);
  const space = usePlace(states, {
    ...{ model, state, trail, mirrored, onMirror },
    key: `${snapshot.runId} ${layer} ${state}`,
    isPassing: snapshot.phase.kind === 'seeking',
  });
  const near = windowAround(selected, timesteps, MOST_STEPS);
  const from = near.from === 0 ? 0 : near.from + 1;
  const points = placePoints({ snapshot, task, states, space, turn, from, to: near.to + 1, covered, words });
  const placed = (of: Float64Array) => placeStates(of, from, near.to + 1, space, turn);
  const repeated = useMemo(
    () => findRepeated(readsOf(task, snapshot.trace), states, model.hiddenSize, selected),
    [task, snapshot.trace, states, model, selected],
  );
  const side = Math.max(200, Math.min(LARGEST, width));
  const spaceName = words.spaces[space.kind];
  const own = points.find((point) => point.timestep === selected);
  const isCube = space.kind === 'cube';
  return (
    <Figure
      name={words.name}
      summary={`${words.summary({
        update: snapshot.update,
        timesteps: timesteps + 1,
        step: selected + 1,
        letter: isolated(readName(task, snapshot.trace, selected)),
        layer: model.layers > 1 ? layer + 1 : null,
        space: spaceName,
        values: (own?.coordinates ?? []).map((value) => formatFixed(value, 2)),
      })}${repeated ? ` ${words.repeated(repeatedWords(repeated))}` : ''}`}
      table={() => placeTable(points, space, snapshot.update, words)}
    >
      <PlaceControls
        choice={choice}
        onChoose={choose}
        layers={model.layers}
        cellState={model.cell === 'lstm'}
        hasTrail={hasTrail}
        onReset={isCube ? () => choose({ turn: FIRST_TURN }) : null}
      />
      <div className={styles.body}>
        <div ref={frame} className={styles.frame}>
          {width > 0 && (
            <PlaceDrawing
              space={space}
              turn={turn}
              onTurn={(next) => choose({ turn: next ?? FIRST_TURN })}
              side={side}
              axes={axesOf(space.kind, words)}
              points={points}
              whole={
                near.to - near.from < timesteps ? placeStates(states, 0, timesteps + 1, space, turn) : null
              }
              trail={trail.map((point) => placed(point.hidden))}
              selected={selected}
              marked={repeated?.timesteps ?? []}
              label={isCube ? words.turnable(spaceName) : words.drawing(spaceName)}
              describedBy={`${id}-hint`}
              onPick={selectTimestep}
            />
          )}
        </div>
        <div className={styles.beside}>
          <PlaceSentences
            space={space}
            repeated={repeated && repeatedWords(repeated)}
            window={near.to - near.from < timesteps ? { ...near, all: timesteps } : null}
            trail={asked > 0 ? trail.map((point) => point.update) : null}
            withoutTrail={
              isTrailShown && asked === 0 ? (isTraining ? words.trailWaits : words.trailTooDear) : null
            }
          />
          <p id={`${id}-hint`} className={styles.hint}>
            {points.length <= FEW_POINTS ? words.hint : words.hintMany} {isCube && words.turnHint}
          </p>
        </div>
      </div>
    </Figure>
  );
}

/** What is read at each timestep, and an end; of pictures and of nothing no two count as the same. */
function readsOf(task: Task, trace: Snapshot['trace']): readonly string[] {
  const names = readNames(task, trace);
  return [...names.map((name, t) => (readAt(task, trace, t).kind === 'name' ? name : `${name}${t}`)), ''];
}

function repeatedWords({
  letter,
  times,
  timesteps,
  least,
  most,
}: NonNullable<ReturnType<typeof findRepeated>>) {
  return {
    letter: isolated(letter),
    times,
    compared: timesteps.length,
    least: formatFixed(least, 2),
    most: formatFixed(most, 2),
  };
}

function axesOf(kind: ReturnType<typeof usePlace>['kind'], words: typeof placeWords.en): readonly string[] {
  if (kind === 'components') return [words.component(1), words.component(2)];
  return [words.axis(1), words.axis(2), words.axis(3)];
}
