/** The form of a look-back visit. */
import type { FC } from 'hono/jsx';
import type { ProblemRow } from '../../../ledger';
import { choices } from '../../../words/choices';
import { supervisionWords } from '../../../words/pages/supervision';
import { Csrf } from '../../layout/page';
import { problemPath } from '../../rounds/paths';
import type { Viewer } from '../../viewer';
import { longestText, verdicts } from './visit-form';

interface VisitProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly rows: readonly ProblemRow[];
  readonly command: string;
  /** What was filled in already. */
  readonly form: FormData | null;
  readonly faults: readonly string[];
}

export const VisitForm: FC<VisitProps> = ({ viewer, id, rows, command, form, faults }) => {
  const words = supervisionWords[viewer.language];
  const filled = (name: string): string => {
    const value = form?.get(name);
    return typeof value === 'string' ? value : '';
  };
  return (
    <form method="post" action={`/supervision/${encodeURIComponent(id)}/visit`}>
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
        <Verdict row={row} viewer={viewer} filled={filled} />
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
}> = ({ row, viewer: { language }, filled }) => {
  const words = supervisionWords[language];
  const name = `verdict-${row.seq}`;
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
    </fieldset>
  );
};
