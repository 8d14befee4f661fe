/** The people with whom a list is received. */
import type { Person } from '../../../domain/people';
import { comparedNames } from '../../../documents/people/compared';
import { receptionWords } from '../../../words/pages/reception';
import { notFound, page } from '../../layout/respond';
import { peopleIn as peopleFrozen } from '../../rounds/people-of';
import type { WebApp, WebContext, WebDeps } from '../../web-env';
import { earlierOf } from './beginning';
import type { Draft, Source } from './draft';
import { opened } from './opened';
import { peopleIn, withoutPerson, withPerson, withProposed, type People } from './people-changes';
import { PeoplePage, PersonPage } from './people-page';
import { allOf, bodyOf, fileOf, textsOf } from './sent';
import { changeContent } from './sheet-routes';

export function peopleRoutes(app: WebApp, deps: WebDeps): void {
  const shown = (
    c: WebContext,
    draft: Draft,
    mistakes: readonly string[] = [],
  ): Response | Promise<Response> => {
    const viewer = c.get('viewer');
    const words = receptionWords[viewer.language];
    const notice = c.req.query('saved') === undefined ? null : words.saved;
    return page(
      c,
      deps,
      { title: words.people, status: mistakes.length === 0 ? 200 : 422 },
      <PeoplePage {...{ viewer, draft, notice, mistakes }} />,
    );
  };

  const one = (
    c: WebContext,
    draft: Draft,
    person: Person | null,
    mistakes: readonly string[] = [],
  ): Response | Promise<Response> => {
    const viewer = c.get('viewer');
    const words = receptionWords[viewer.language];
    const title = person === null ? words.addPerson : words.editPerson(person.name);
    return page(
      c,
      deps,
      { title, status: mistakes.length === 0 ? 200 : 422 },
      <PersonPage {...{ viewer, draft, person, mistakes }} />,
    );
  };

  const take = async (
    c: WebContext,
    draft: Draft,
    people: readonly Person[],
    peopleFrom: Source = draft.content.peopleFrom,
  ): Promise<Response> => {
    await changeContent(deps, draft.id, (content) => ({ ...content, people, peopleFrom }));
    return c.redirect(`/reception/${draft.id}/people?saved`, 303);
  };

  app.get('/reception/:draft/people', (c) => opened(c, deps, (draft) => shown(c, draft)));

  app.post('/reception/:draft/people', (c) =>
    opened(c, deps, async (draft) => {
      const found = await taken(c, deps, draft);
      if (found === null) return c.redirect(`/reception/${draft.id}/people`, 303);
      const { people, from } = found;
      if (people.kind === 'mistakes') return shown(c, draft, people.mistakes);
      return take(c, draft, people.people, from);
    }),
  );

  app.post('/reception/:draft/people/proposed', (c) =>
    opened(c, deps, async (draft) => {
      const { feedback, people } = draft.content;
      const names = allOf(await bodyOf(c), 'name');
      const changed = withProposed(people, comparedNames(feedback, people), names);
      return changed.kind === 'mistakes'
        ? shown(c, draft, changed.mistakes)
        : take(c, draft, changed.people);
    }),
  );

  app.get('/reception/:draft/people/:person', (c) =>
    opened(c, deps, (draft) => {
      const person = personIn(c, draft);
      return person === undefined ? notFound(c, deps) : one(c, draft, person);
    }),
  );

  app.post('/reception/:draft/people/:person', (c) =>
    opened(c, deps, async (draft) => {
      const person = personIn(c, draft);
      if (person === undefined) return notFound(c, deps);
      const body = await bodyOf(c);
      const { people } = draft.content;
      const changed = withPerson(people, person?.id ?? null, textsOf(body), allOf(body, 'role'));
      return changed.kind === 'mistakes'
        ? one(c, draft, person, changed.mistakes)
        : take(c, draft, changed.people);
    }),
  );

  app.post('/reception/:draft/people/:person/remove', (c) =>
    opened(c, deps, (draft) =>
      take(c, draft, withoutPerson(draft.content.people, c.req.param('person'))),
    ),
  );
}

/** Null: `new`; undefined: nobody. */
function personIn(c: WebContext, { content }: Draft): Person | null | undefined {
  const id = c.req.param('person');
  return id === 'new' ? null : content.people.find((person) => person.id === id);
}

interface Taken {
  readonly people: People;
  readonly from: Source;
}

/** A file before what was chosen from the list; null where neither was. */
async function taken(c: WebContext, deps: WebDeps, draft: Draft): Promise<Taken | null> {
  const body = await bodyOf(c);
  const file = await fileOf(body);
  if (file !== null) {
    const people = peopleIn(new TextDecoder().decode(file.bytes), file.name);
    return { people, from: { kind: 'file', name: file.name } };
  }
  const [from] = (await earlierOf(deps, draft.unit)).filter(({ id }) => id === body['source']);
  const people = from === undefined ? null : peopleFrozen(from.facts);
  return from === undefined || people === null
    ? null
    : { people: { kind: 'people', people }, from: { kind: 'rectification', id: from.id } };
}
