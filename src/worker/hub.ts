/** One worker for several labs: each has a client of its own, and hears only of its own runs. */
import { type Client, type ClientCallbacks, type ClientOptions, createClient } from './client.ts';

export interface Hub {
  /** Ids of runs are of one count for all labs. `terminate` of a lab's client ends its runs, not the worker. */
  connect(callbacks: ClientCallbacks): Client;
  /** Ends the worker and all runs. */
  terminate(): void;
}

export function createHub(options: Omit<ClientOptions, keyof ClientCallbacks>): Hub {
  /** By run. */
  const owners = new Map<number, ClientCallbacks>();
  const labs = new Set<ClientCallbacks>();

  const client = createClient({
    ...options,
    isBehind: () => [...labs].some((lab) => lab.isBehind?.()),
    onSnapshot: (snapshot, isAnswer) => owners.get(snapshot.runId)?.onSnapshot(snapshot, isAnswer),
    onRefused: (refusal) => owners.get(refusal.runId)?.onRefused(refusal),
    onRestart: (runs) => {
      for (const lab of labs) {
        const own = runs.filter(({ runId }) => owners.get(runId) === lab);
        if (own.length > 0) lab.onRestart(own);
      }
    },
    onFailure: (failure) => {
      if (failure.kind === 'run') owners.get(failure.runId)?.onFailure(failure);
      else for (const lab of labs) lab.onFailure(failure);
    },
  });

  return {
    connect(callbacks) {
      labs.add(callbacks);
      return {
        newRunId() {
          const runId = client.newRunId();
          owners.set(runId, callbacks);
          return runId;
        },
        send(command) {
          client.send(command);
          if (command.type === 'dispose') owners.delete(command.runId);
        },
        want: client.want,
        terminate() {
          labs.delete(callbacks);
          for (const [runId, owner] of owners) {
            if (owner !== callbacks) continue;
            owners.delete(runId);
            client.send({ type: 'dispose', runId });
          }
        },
      };
    },
    terminate() {
      owners.clear();
      labs.clear();
      client.terminate();
    },
  };
}
