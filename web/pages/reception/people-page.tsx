/** `/reception/<list>/people`: the list of people, held against the names of the file. */
import type { FC } from 'hono/jsx';
import type { Person } from '../../../domain/people';
import { seqWords } from '../../../domain/seq-words';
import { roles } from '../../../domain/words';
import {
  comparedNames,
  type NamedPerson,
  type NamesCompared,
} from '../../../documents/people/compared';
import { receptionWords } from '../../../words/pages/reception';
import { terms } from '../../../words/terms';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { Draft } from './draft';
import { Mistakes } from './sheet-page';

interface PeopleProps {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly notice: string | null;
  readonly mistakes: readonly string[];
}

export const PeoplePage: FC<PeopleProps> = ({ viewer, draft, notice, mistakes }) => {
  const words = receptionWords[viewer.language];
  const { feedback, people } = draft.content;
  return (
    <>
      <p>
        <a href={`/reception/${draft.id}#with`}>{words.back}</a>
      </p>
      {notice === null ? null : (
        <p class="notice done" role="status">
          {notice}
        </p>
      )}
      <Mistakes {...{ viewer, mistakes }} />
      <Compared viewer={viewer} draft={draft.id} names={comparedNames(feedback, people)} />
      <Listed {...{ viewer, draft: draft.id, people }} />
      <div class="actions">
        <a class="button second" href={`/reception/${draft.id}/people/new`}>
          {words.addPerson}
        </a>
      </div>
    </>
  );
};

interface ComparedProps {
  readonly viewer: Viewer;
  readonly draft: string;
  readonly names: NamesCompared;
}

export const Compared: FC<ComparedProps> = ({ viewer, draft, names }) => {
  const words = receptionWords[viewer.language];
  const { unknown, strange, ambiguous, withoutRole, departments } = names;
  const all = unknown.length + strange.length + ambiguous.length + withoutRole.length;
  if (all + departments.length === 0) return <p class="notice done">{words.allKnown}</p>;
  return (
    <section class="card">
      {unknown.length + withoutRole.length === 0 ? null : (
        <form method="post" action={`/reception/${draft}/people/proposed`}>
          <Csrf viewer={viewer} />
          <Choices {...{ viewer, heading: words.unknown, people: unknown }} />
          <Choices {...{ viewer, heading: words.withoutRole, people: withoutRole }} />
          <button class="second">{words.addNames}</button>
        </form>
      )}
      <Told
        heading={words.ambiguous}
        lines={ambiguous.map((person) => {
          const known = person.candidates.map(({ id, department }) =>
            department === null ? id : `${id}（${department}）`,
          );
          return `${person.name}：${asWhat(person, viewer)}；${words.candidates(known.join('、'))}`;
        })}
      />
      <Told
        heading={words.strange}
        lines={strange.map((person) => `${person.name}：${asWhat(person, viewer)}`)}
      />
      <Told
        heading={words.unknownDepartments}
        lines={departments.map(({ name, seqs }) => `${name}：${words.seqs(seqWords(seqs))}`)}
      />
    </section>
  );
};

const Choices: FC<{ viewer: Viewer; heading: string; people: readonly NamedPerson[] }> = ({
  viewer,
  heading,
  people,
}) =>
  people.length === 0 ? null : (
    <fieldset>
      <legend>{heading}</legend>
      {people.map((person) => (
        <label class="choice">
          <input type="checkbox" name="name" value={person.name} checked />
          <span>
            <strong>{person.name}</strong>{' '}
            <span class="soft">{[asWhat(person, viewer), ...person.departments].join(' · ')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );

const Told: FC<{ heading: string; lines: readonly string[] }> = ({ heading, lines }) =>
  lines.length === 0 ? null : (
    <>
      <h3>{heading}</h3>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );

function asWhat({ as }: NamedPerson, { language }: Viewer): string {
  const words = receptionWords[language];
  return as
    .map(({ role, seqs }) => words.namedAs(seqWords(seqs), terms[language].roles[role]))
    .join('，');
}

const Listed: FC<{ viewer: Viewer; draft: string; people: readonly Person[] }> = ({
  viewer,
  draft,
  people,
}) => {
  const words = receptionWords[viewer.language];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <ul class="cards">
      {people.map(({ id, name, roles: held, department, deputies }) => (
        <li class="card">
          <div class="split">
            <strong>{name}</strong>
            <a
              {...{ class: 'button second', 'aria-label': words.editPerson(name) }}
              href={`/reception/${draft}/people/${encodeURIComponent(id)}`}
            >
              {words.edit}
            </a>
          </div>
          <p>{held.map((role) => terms[viewer.language].roles[role]).join('、')}</p>
          <p class="soft">
            {[department, id].filter((part) => part !== null).join(' · ')}
            {deputies.length === 0
              ? ''
              : ` · ${words.deputies}：${deputies.map(nameOf).join('、')}`}
          </p>
        </li>
      ))}
    </ul>
  );
};

interface PersonProps {
  readonly viewer: Viewer;
  readonly draft: Draft;
  /** Null: somebody new. */
  readonly person: Person | null;
  readonly mistakes: readonly string[];
}

export const PersonPage: FC<PersonProps> = ({ viewer, draft, person, mistakes }) => {
  const words = receptionWords[viewer.language];
  const here = `/reception/${draft.id}/people/${person === null ? 'new' : encodeURIComponent(person.id)}`;
  const email = person?.channels.find(({ channel }) => channel === 'email')?.address ?? '';
  const text = (name: string, label: string, value: string, hint?: string) => (
    <>
      <label for={name}>{label}</label>
      <input {...{ id: name, name, value }} />
      {hint === undefined ? null : <p class="hint">{hint}</p>}
    </>
  );
  return (
    <>
      <Mistakes {...{ viewer, mistakes }} />
      <form method="post" action={here} class="card">
        <Csrf viewer={viewer} />
        {text('name', words.person, person?.name ?? '')}
        {text('id', words.id, person?.id ?? '', words.idHint)}
        <fieldset>
          <legend>{words.roles}</legend>
          {roles.map((role) => (
            <label class="choice">
              <input
                {...{ type: 'checkbox', name: 'role', value: role }}
                checked={person?.roles.includes(role) === true}
              />
              {terms[viewer.language].roles[role]}
            </label>
          ))}
        </fieldset>
        {text('department', words.department, person?.department ?? '')}
        {text('deputies', words.deputies, person?.deputies.join('、') ?? '', words.deputiesHint)}
        {text('email', words.email, email, words.emailHint)}
        <div class="actions">
          <button>{words.save}</button>
          <a class="button second" href={`/reception/${draft.id}/people`}>
            {words.cancel}
          </a>
          {person === null ? null : (
            <button class="quiet" formaction={`${here}/remove`} formnovalidate>
              {words.removePerson}
            </button>
          )}
        </div>
      </form>
    </>
  );
};
