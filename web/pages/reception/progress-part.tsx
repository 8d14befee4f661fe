/** How far receiving has come: asks itself anew each second while it goes on. */
import type { FC } from 'hono/jsx';
import { seqWords } from '../../../domain/seq-words';
import { receptionWords } from '../../../words/pages/reception';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { Draft, Outcome, stageOf } from './draft';

interface ProgressProps {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly stage: ReturnType<typeof stageOf>;
}

export const ProgressPart: FC<ProgressProps> = (props) => {
  const { viewer, draft, stage } = props;
  const words = receptionWords[viewer.language];
  const progress = draft.receiving?.progress ?? null;
  const outcome = draft.receiving?.outcome ?? null;
  const here = `/reception/${draft.id}/progress`;
  const again = { 'hx-get': here, 'hx-trigger': 'every 1s', 'hx-swap': 'outerHTML' };
  return (
    <section
      class="card"
      id="receiving"
      aria-live="polite"
      {...(stage === 'receiving' ? again : {})}
    >
      {stage === 'receiving' ? (
        <>
          <p>{progress === null ? words.preparing : words.progress(progress.done, progress.of)}</p>
          {progress === null ? null : (
            <progress value={progress.done} max={progress.of} aria-label={words.receiving} />
          )}
          <p class="soft">{words.mayLeave}</p>
          <noscript>
            <a href={here}>↻</a>
          </noscript>
        </>
      ) : outcome?.kind === 'received' ? (
        <Received viewer={viewer} outcome={outcome} />
      ) : (
        <Interrupted {...props} />
      )}
    </section>
  );
};

const Received: FC<{ viewer: Viewer; outcome: Extract<Outcome, { kind: 'received' }> }> = ({
  viewer,
  outcome: { id, added, amended, left },
}) => {
  const words = receptionWords[viewer.language];
  const said =
    added + amended === 0
      ? words.nothingNew(id)
      : amended === 0
        ? words.received(id, added)
        : words.receivedAgain(id, added, amended);
  return (
    <>
      <p class="notice done" role="status">
        {said}
      </p>
      {left.length === 0 ? null : <p class="notice">{words.left(seqWords(left))}</p>}
      <div class="actions">
        <a class="button" href={`/rectifications/${encodeURIComponent(id)}`}>
          {words.toRectification}
        </a>
        <a class="button second" href={`/rules/${encodeURIComponent(id)}`}>
          {words.toRules}
        </a>
      </div>
    </>
  );
};

const Interrupted: FC<ProgressProps> = ({ viewer, draft }) => {
  const words = receptionWords[viewer.language];
  const outcome = draft.receiving?.outcome ?? null;
  return (
    <>
      <p class="notice refused" role="alert">
        {words.interrupted} {outcome?.kind === 'failed' ? outcome.why : ''}
      </p>
      <form method="post" action={`/reception/${draft.id}/start`}>
        <Csrf viewer={viewer} />
        <div class="actions">
          <button>{words.resume}</button>
          <a class="button second" href={`/reception/${draft.id}?edit`}>
            {words.back}
          </a>
        </div>
      </form>
    </>
  );
};
