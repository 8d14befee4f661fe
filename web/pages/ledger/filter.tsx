/** The filter of the table: a form whose address is the question, and each part of it taken away by a link. */
import type { Child, FC } from 'hono/jsx';
import type { Language } from '../../../words/catalogue';
import { ledgerWords } from '../../../words/pages/ledger';
import { terms, termOf } from '../../../words/terms';
import { ledgerPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import type { Choices } from './choices';
import { isFiltered, limits, searchOf, type LedgerQuery } from './query';

interface FilterProps {
  readonly query: LedgerQuery;
  readonly choices: Choices;
  readonly only: Round | null;
  readonly language: Language;
}

export const LedgerFilter: FC<FilterProps> = (props) => {
  const { query, only, language } = props;
  const words = ledgerWords[language];
  return (
    <form method="get" action={ledgerPath(only?.id ?? null)} class="card filter" role="search">
      <div class="find">
        <label for="text">{words.search}</label>
        <input
          id="text"
          name="text"
          type="search"
          value={query.text ?? ''}
          placeholder={words.searchHint}
          maxlength={100}
        />
        <button>{words.apply}</button>
      </div>
      <details id="filter-more" class="more">
        <summary>{words.filter}</summary>
        <div class="fields">
          <Fields {...props} />
        </div>
      </details>
      {query.sort === 'place' ? null : <input type="hidden" name="sort" value={query.sort} />}
      {query.down ? <input type="hidden" name="down" value="1" /> : null}
      <Chosen {...props} />
    </form>
  );
};

const Fields: FC<FilterProps> = ({ query, choices, language }) => {
  const words = ledgerWords[language];
  const { kinds, stages, lamps, statuses } = terms[language];
  const named = (values: readonly string[]) =>
    Object.fromEntries(values.map((each) => [each, each]));
  return (
    <>
      <Choice
        name="lamp"
        label={words.columns.lamp}
        options={lamps}
        chosen={query.lamp}
        all={words.all}
      />
      <Choice
        name="stage"
        label={words.columns.stage}
        options={stages}
        chosen={query.stage}
        all={words.all}
      />
      <Choice
        name="kind"
        label={words.columns.kind}
        options={kinds}
        chosen={query.kind}
        all={words.all}
      />
      <Choice
        name="status"
        label={words.status}
        options={statuses}
        chosen={query.status}
        all={words.all}
      />
      <Choice
        name="department"
        label={words.columns.department}
        options={named(withOwn(choices.departments, query.department))}
        chosen={[query.department ?? '']}
        all={words.all}
      />
      <Choice
        name="leader"
        label={words.columns.leader}
        options={named(withOwn(choices.leaders, query.leader))}
        chosen={[query.leader ?? '']}
        all={words.all}
      />
      <Labelled id="person" label={words.person}>
        <input id="person" name="person" value={query.person ?? ''} maxlength={100} />
      </Labelled>
      <Choice
        name="limit"
        label={words.perPage}
        options={Object.fromEntries(limits.map((limit) => [String(limit), String(limit)]))}
        chosen={[String(query.limit)]}
        all={null}
      />
      <label class="inline">
        <input type="checkbox" name="open" value="1" checked={query.open} />
        {words.onlyOpen}
      </label>
    </>
  );
};

/** What is asked for is among what is offered, also where nothing has it. */
function withOwn(offered: readonly string[], own: string | null): readonly string[] {
  return own === null || offered.includes(own) ? offered : [...offered, own];
}

const Labelled: FC<{ id: string; label: string; children: Child }> = ({ id, label, children }) => (
  <div>
    <label for={id}>{label}</label>
    {children}
  </div>
);

const Choice: FC<{
  name: string;
  label: string;
  options: Readonly<Record<string, string>>;
  chosen: readonly string[];
  all: string | null;
}> = ({ name, label, options, chosen, all }) => (
  <Labelled id={name} label={label}>
    <select id={name} name={name}>
      {all === null ? null : <option value="">{all}</option>}
      {Object.entries(options).map(([value, word]) => (
        <option value={value} selected={chosen.includes(value)}>
          {word}
        </option>
      ))}
    </select>
  </Labelled>
);

const Chosen: FC<FilterProps> = ({ query, only, language }) => {
  const words = ledgerWords[language];
  if (!isFiltered(query)) return null;
  const path = ledgerPath(only?.id ?? null);
  return (
    <ul class="chips">
      {partsOf(query, language).map(({ word, without }) => (
        <li>
          <a href={`${path}?${searchOf(query, without)}`} aria-label={words.remove(word)}>
            {word} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={path} class="clear">
          {words.clear}
        </a>
      </li>
    </ul>
  );
};

interface FilterPart {
  readonly word: string;
  readonly without: Partial<LedgerQuery>;
}

/** Each part of the filter in words, and the question without it. */
export function partsOf(query: LedgerQuery, language: Language): readonly FilterPart[] {
  const words = ledgerWords[language];
  const called = {
    kind: terms[language].kinds,
    stage: terms[language].stages,
    lamp: terms[language].lamps,
    status: terms[language].statuses,
  } as const;
  const several = (['lamp', 'stage', 'kind', 'status'] as const).flatMap((name) =>
    query[name].map((value) => ({
      word: termOf(called[name], value),
      without: { [name]: query[name].filter((each) => each !== value) },
    })),
  );
  const single = (['department', 'leader', 'person', 'text'] as const).flatMap((name) => {
    const word = query[name];
    return word === null ? [] : [{ word, without: { [name]: null } }];
  });
  const open = query.open ? [{ word: words.onlyOpen, without: { open: false } }] : [];
  return [...several, ...single, ...open];
}
