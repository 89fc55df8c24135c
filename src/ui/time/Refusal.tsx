import type { Change } from '../../worker/protocol.ts';
import { useRun } from '../context.ts';
import notices from '../Notice.module.css';
import { RunNotice } from '../Notice.tsx';

/** At the control that makes changes of these kinds: why the last one was not made. */
export function Refusal({ kinds }: { readonly kinds: readonly Change['kind'][] }) {
  const notice = useRun((run) =>
    run.notice?.kind === 'refused' && kinds.includes(run.notice.change.kind) ? run.notice : null,
  );
  return (
    <div role="alert">
      {notice && (
        <p className={notices.refused}>
          <RunNotice notice={notice} />
        </p>
      )}
    </div>
  );
}
