/**
 * The same run without its cuts of the recurrence, kept at the update of the main one while that is cut or will be; an
 * exercise has none.
 */
import type { Config } from '../state/config.ts';
import { sameInterventions } from '../state/interventions.ts';
import type { RunStore } from '../state/run.ts';
import { NOTHING_MORE } from '../state/sight.ts';
import { runConfigOf, type Subject } from '../state/start.ts';
import type { Client } from '../worker/client.ts';
import type { Intervention, Snapshot } from '../worker/protocol.ts';

export interface TwinDriver {
  /** The id of its run, or null while there is none. */
  readonly runId: number | null;
  set(on: boolean): void;
  /** The main run begins; the twin starts at its first snapshot, and its last picture stays until then. */
  begin(config: Config, subject: Subject): void;
  /** The main run has come to a snapshot. */
  follow(snapshot: Snapshot): void;
  receive(snapshot: Snapshot): void;
  /** Its run is gone, or has to be. */
  end(): void;
}

type Place = Pick<Snapshot, 'interventions' | 'update'>;

export function createTwinDriver(run: RunStore, client: Client): TwinDriver {
  let isOn = false;
  let start: { readonly config: Config; readonly subject: Subject } | null = null;
  let runId: number | null = null;
  let goal: Place | null = null;

  function end(): void {
    if (runId !== null) client.send({ type: 'dispose', runId });
    runId = null;
    goal = null;
  }

  function leave(): void {
    end();
    if (run.getState().twin !== null) run.setState({ twin: null });
  }

  function follow(snapshot: Snapshot): void {
    if (!isOn || start === null || start.subject.exercise !== null) return;
    if (!isCutOrWillBe(snapshot)) {
      leave();
      return;
    }
    const { update } = snapshot;
    const interventions = snapshot.interventions.filter(isKept);
    const before = goal;
    goal = { interventions, update };
    if (runId === null || before === null) {
      runId = client.newRunId();
      const config = { ...runConfigOf(start.config, start.subject), interventions };
      client.send({ type: 'create', runId, config, resume: null, update });
      client.want(runId, { ...NOTHING_MORE, parameters: false, curve: true });
      run.setState({ twin: null });
    } else if (!sameInterventions(before.interventions, interventions)) {
      client.send({ type: 'rewrite', runId, interventions, update });
    } else if (before.update !== update) client.send({ type: 'seek', runId, update });
  }

  return {
    get runId() {
      return runId;
    },
    set(on) {
      if (on === isOn) return;
      isOn = on;
      if (on) {
        if (!run.getState().preparing) follow(run.getState().snapshot);
        return;
      }
      leave();
    },
    begin(config, subject) {
      end();
      start = { config, subject };
      if (subject.exercise !== null) run.setState({ twin: null });
    },
    follow,
    receive({ update, loss, correct, targets, curve }) {
      const before = run.getState().twin?.curve;
      const known = curve ?? before;
      if (known) run.setState({ twin: { update, loss, correct, targets, curve: known } });
    },
    end,
  };
}

/** An intact network is its own twin; at an update before a cut that stays, the twin is what comes without it. */
function isCutOrWillBe({ ablation, interventions }: Snapshot): boolean {
  return ablation.recurrenceCut || interventions.findLast((change) => !isKept(change))?.kind === 'cut';
}

function isKept({ kind }: Intervention): boolean {
  return kind !== 'cut' && kind !== 'restore';
}
