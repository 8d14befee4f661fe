/** `/reception`: upload a list, and those that are being corrected. */
import type { FC } from 'hono/jsx';
import { receptionWords } from '../../../words/pages/reception';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { ListedDraft } from '../../../ledger';
import { keptDays, receivingIn, stageOf } from './draft';

interface ListPageProps {
  readonly viewer: Viewer;
  readonly units: readonly string[];
  readonly drafts: readonly ListedDraft[];
  readonly now: string;
  readonly isHere: (id: string) => boolean;
  /** Why a file was not taken in. */
  readonly refused: string | null;
}

export const ListPage: FC<ListPageProps> = (props) => {
  const words = receptionWords[props.viewer.language];
  return (
    <>
      <p>{words.intro}</p>
      {props.refused === null ? null : (
        <div class="notice refused" role="alert">
          <strong>{words.notRead}</strong>
          <p>{props.refused}</p>
        </div>
      )}
      <UploadForm {...props} />
      <h2>{words.drafts}</h2>
      {props.drafts.length === 0 ? <p class="soft">{words.noDrafts}</p> : <Drafts {...props} />}
      <p class="soft">{words.keptFor(keptDays)}</p>
    </>
  );
};

const UploadForm: FC<ListPageProps> = ({ viewer, units }) => {
  const words = receptionWords[viewer.language];
  return (
    <form method="post" action="/reception" enctype="multipart/form-data" class="card">
      <Csrf viewer={viewer} />
      {units.length === 1 ? (
        <input type="hidden" name="unit" value={units[0]} />
      ) : (
        <>
          <label for="unit">{words.forUnit}</label>
          <select id="unit" name="unit">
            {units.map((unit) => (
              <option>{unit}</option>
            ))}
          </select>
        </>
      )}
      <label for="file">{words.file}</label>
      <input
        {...{ id: 'file', type: 'file', name: 'file', required: true }}
        aria-describedby="file-hint"
      />
      <p class="hint" id="file-hint">
        {words.fileHint}
      </p>
      <div class="actions">
        <button>{words.upload}</button>
        <a class="button second" href="/reception/template.xlsx">
          {words.template}
        </a>
      </div>
    </form>
  );
};

const Drafts: FC<ListPageProps> = ({ viewer, drafts, now, isHere }) => {
  const words = receptionWords[viewer.language];
  return (
    <ul class="cards">
      {drafts.map((draft) => {
        const receiving = receivingIn(draft.receiving);
        return (
          <li class="card">
            <a href={`/reception/${draft.id}`}>
              <strong>{draft.name}</strong>
            </a>
            <p class="soft">{words.draftOf(draft.unit, draft.changed_at.slice(0, 10))}</p>
            <p>{words.stages[stageOf({ receiving }, now, isHere(draft.id))]}</p>
          </li>
        );
      })}
    </ul>
  );
};
