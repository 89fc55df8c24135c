import type { Change } from '../../worker/protocol.ts';
import { useMessages, useRun } from '../context.ts';
import notices from '../Notice.module.css';
import { noticeSentence } from '../noticeSentence.ts';

/** At the control that makes changes of these kinds: why the last one was not made. */
export function Refusal({ kinds }: { readonly kinds: readonly Change['kind'][] }) {
  const words = useMessages().notices;
  const notice = useRun((run) =>
    run.notice?.kind === 'refused' && kinds.includes(run.notice.change.kind) ? run.notice : null,
  );
  return (
    <div role="alert">{notice && <p className={notices.refused}>{noticeSentence(notice, words)}</p>}</div>
  );
}
