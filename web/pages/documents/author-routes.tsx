/** What the author of a document adds to the record: contact, lead, results, what comes next. */
import type { FC } from 'hono/jsx';
import type { AuthorsPart } from '../../../documents/record';
import { documentWords } from '../../../words/pages/documents';
import { seeOther } from '../../layout/notice';
import { Csrf } from '../../layout/page';
import { page } from '../../layout/respond';
import type { Viewer } from '../../viewer';
import type { WebApp, WebContext, WebDeps } from '../../web-env';
import { authorFormOf, contactFields } from './author-form';
import { documentsPath } from './paths';
import { asOffice } from './opened';
import { papersOf } from './papers';

export function authorRoutes(app: WebApp, deps: WebDeps): void {
  const show = (c: WebContext, id: string, part: AuthorsPart, mistakes: string | null) => {
    const viewer = c.get('viewer');
    return page(
      c,
      deps,
      { title: documentWords[viewer.language].wordsTitle, status: mistakes === null ? 200 : 422 },
      <AuthorPage {...{ viewer, id, part, mistakes }} />,
    );
  };

  app.get('/documents/:id/words', (c) =>
    asOffice(c, deps, async ({ round }) => {
      const papers = await papersOf(deps, round.id, null);
      const form = authorFormOf({});
      const none = form.kind === 'part' ? form.part : null;
      const part = papers?.author ?? none;
      return part === null
        ? c.redirect(documentsPath(round.id), 303)
        : show(c, round.id, part, null);
    }),
  );

  app.post('/documents/:id/words', (c) =>
    asOffice(c, deps, async ({ round, office }) => {
      const body = await c.req.parseBody<Record<string, string>>();
      const form = authorFormOf(body);
      if (form.kind === 'mistakes') {
        const papers = await papersOf(deps, round.id, null);
        const part = papers?.author;
        if (part !== undefined) return show(c, round.id, part, form.mistakes);
        return c.redirect(documentsPath(round.id), 303);
      }
      await deps.ledger.keepAuthorPart({
        ...{ rectification: round.id, content: JSON.stringify(form.part) },
        ...{ written_by: office, written_at: deps.now() },
      });
      const text = documentWords[c.get('viewer').language].saved;
      return seeOther(c, documentsPath(round.id), { kind: 'done', text });
    }),
  );
}

interface AuthorProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly part: AuthorsPart;
  readonly mistakes: string | null;
}

const AuthorPage: FC<AuthorProps> = (props) => {
  const { viewer, id, mistakes } = props;
  const words = documentWords[viewer.language];
  return (
    <>
      <p>{words.wordsIntro}</p>
      {mistakes === null ? null : (
        <p class="notice refused" role="alert">{`${words.notSaved}${mistakes}`}</p>
      )}
      <form method="post" action={`${documentsPath(id)}/words`} class="card">
        <Csrf viewer={viewer} />
        <Facts {...props} />
        <Results {...props} />
        <div class="actions">
          <button>{words.save}</button>
          <a class="button second" href={documentsPath(id)}>
            {words.back}
          </a>
        </div>
      </form>
    </>
  );
};

const Facts: FC<AuthorProps> = ({ viewer, part }) => {
  const { fields, contact } = documentWords[viewer.language];
  const input = (name: keyof typeof fields, value: string | null | undefined, type = 'text') => (
    <div>
      <label for={name}>{fields[name]}</label>
      <input {...{ id: name, name, type, value: value ?? '' }} />
    </div>
  );
  const long = (name: 'organisation' | 'nextSteps') => (
    <>
      <label for={name}>{fields[name]}</label>
      <textarea id={name} name={name}>
        {part[name].join('\n')}
      </textarea>
    </>
  );
  return (
    <>
      <div class="field-grid">
        {input('signer', part.signer)}
        {input('addressee', part.addressee)}
        {input('inspectedBy', part.inspectedBy)}
        {input('inspectionWord', part.inspectionWord)}
        {input('arrangedBy', part.arrangedBy)}
        {input('reportOn', part.reportOn, 'date')}
        {input('inspectionFrom', part.inspection?.from, 'date')}
        {input('inspectionTo', part.inspection?.to, 'date')}
        {input('publicityFrom', part.publicity?.from, 'date')}
        {input('publicityTo', part.publicity?.to, 'date')}
      </div>
      <h2>{contact}</h2>
      <div class="field-grid">{contactFields.map((name) => input(name, part.contact?.[name]))}</div>
      {long('organisation')}
      {long('nextSteps')}
    </>
  );
};

/** One more than there are, empty. */
const Results: FC<AuthorProps> = ({ viewer, part }) => {
  const words = documentWords[viewer.language];
  const kinds = Object.entries(words.resultKinds);
  return (
    <>
      <h2>{words.results}</h2>
      {[...part.results, null].map((result, at) => {
        const named = (name: string) => ({
          id: `result-${at}-${name}`,
          name: `result.${at}.${name}`,
        });
        return (
          <fieldset class="field-grid">
            <div>
              <label for={named('seq').id}>{words.resultSeq}</label>
              <input {...named('seq')} type="number" min="1" value={String(result?.seq ?? '')} />
            </div>
            <div>
              <label for={named('kind').id}>{words.resultKind}</label>
              <select {...named('kind')}>
                {kinds.map(([kind, called]) => (
                  <option value={kind} selected={kind === result?.kind}>
                    {called}
                  </option>
                ))}
              </select>
            </div>
            <div>
              <label for={named('text').id}>{words.resultText}</label>
              <input {...named('text')} value={result?.text ?? ''} />
            </div>
          </fieldset>
        );
      })}
    </>
  );
};
