/** The form of a look-back visit. */
import type { FC } from 'hono/jsx';
import type { ProblemRow } from '../../../ledger';
import { choices } from '../../../words/choices';
import { supervisionWords } from '../../../words/pages/supervision';
import { Files } from '../../forms/controls';
import type { Kept } from '../../forms/filed';
import { Csrf } from '../../layout/page';
import { problemPath } from '../../rounds/paths';
import type { Viewer } from '../../viewer';
import { filesOf, longestText, verdicts } from './visit-form';

interface VisitProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly rows: readonly ProblemRow[];
  readonly command: string;
  /** What was filled in already. */
  readonly form: FormData | null;
  readonly kept: KeptFiles;
  readonly faults: readonly string[];
}

/** By the number of the problem. */
export type KeptFiles = ReadonlyMap<number, readonly Kept[]>;

export const VisitForm: FC<VisitProps> = ({ viewer, id, rows, command, form, kept, faults }) => {
  const words = supervisionWords[viewer.language];
  const filled = (name: string): string => {
    const value = form?.get(name);
    return typeof value === 'string' ? value : '';
  };
  return (
    <form
      method="post"
      enctype="multipart/form-data"
      action={`/supervision/${encodeURIComponent(id)}/visit`}
    >
      <Csrf viewer={viewer} />
      <input type="hidden" name="command" value={command} />
      {faults.length === 0 ? null : (
        <div class="notice refused" role="alert">
          {faults.map((fault) => (
            <p class="fault">{fault}</p>
          ))}
        </div>
      )}
      {rows.length === 0 ? <p class="card">{words.visitNone}</p> : null}
      {rows.map((row) => (
        <Verdict row={row} viewer={viewer} filled={filled} kept={kept.get(row.seq) ?? []} />
      ))}
      <fieldset class="card">
        <legend class="unseen">{words.conclude}</legend>
        <label class="inline">
          <input type="checkbox" name="conclude" value="1" checked={filled('conclude') === '1'} />
          {words.conclude}
        </label>
        <label for="conclusion">{words.conclusion}</label>
        <textarea id="conclusion" name="conclusion" maxlength={longestText}>
          {filled('conclusion')}
        </textarea>
      </fieldset>
      <p class="actions">
        <button>{words.record}</button>
      </p>
    </form>
  );
};

const Verdict: FC<{
  row: ProblemRow;
  viewer: Viewer;
  filled: (name: string) => string;
  kept: readonly Kept[];
}> = ({ row, viewer: { language }, filled, kept }) => {
  const words = supervisionWords[language];
  const name = `verdict-${row.seq}`;
  const files = filesOf(row.seq);
  const options = [
    ...verdicts.map((each) => [each, choices[language].verdicts[each]] as const),
    ['', words.notSeen] as const,
  ];
  return (
    <fieldset class="card">
      <legend>{`${row.seq}. ${row.title ?? ''}`}</legend>
      <p class="soft">
        {[row.department, row.responsible_leader].filter(Boolean).join(' · ')}{' '}
        <a href={problemPath(row)} aria-label={`${words.item(row.seq)} ${row.title ?? ''}`}>
          {words.item(row.seq)}
        </a>
      </p>
      {options.map(([value, word]) => (
        <label class="inline choice">
          <input type="radio" name={name} value={value} checked={filled(name) === value} />
          {word}
        </label>
      ))}
      <label for={`text-${row.seq}`}>{words.found}</label>
      <textarea
        id={`text-${row.seq}`}
        name={`text-${row.seq}`}
        maxlength={longestText}
        rows={2}
        placeholder={words.foundHint}
      >
        {filled(`text-${row.seq}`)}
      </textarea>
      <label for={files.chosen}>{words.evidence}</label>
      <Files
        base={{ id: files.chosen, name: files.chosen }}
        keptName={files.kept}
        {...{ kept, most: files.most, language }}
      />
    </fieldset>
  );
};
