/** The documents of a rectification, and one of them. */
import type { FC } from 'hono/jsx';
import {
  documentNames,
  documentsOut,
  type DocumentName,
} from '../../../documents/export/documents';
import type { Shown } from '../../../documents/export/shown';
import { documentWords } from '../../../words/pages/documents';
import type { DocumentRow, PersonRow } from '../../../ledger';
import { Csrf } from '../../layout/page';
import type { Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import { documentsPath } from './paths';
import type { Papers, repliesIn } from './papers';
import { ShownDocument } from './shown-blocks';

interface OverviewProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly people: readonly PersonRow[];
  /** Who acts for the office; null: the viewer only looks. */
  readonly office: string | null;
  readonly papers: Papers;
  readonly isPublic: boolean;
  readonly replies: ReturnType<typeof repliesIn>;
}

export const OverviewPage: FC<OverviewProps> = (props) => {
  const { viewer, round, office, papers, people } = props;
  const words = documentWords[viewer.language];
  const { written } = papers;
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <>
      <ul class="cards">
        {documentNames.map((name) => (
          <li class="card">
            <h2>{words.names[name]}</h2>
            <p class="soft">{words.purposes[name]}</p>
            <div class="actions">
              <a class="button second" href={`${documentsPath(round.id)}/${name}`}>
                {words.preview}
              </a>
              <a
                {...{ class: 'button second', href: fileOf(round.id, name, papers, '') }}
                aria-label={`${words.download} ${words.names[name]}`}
              >
                {words.download}
              </a>
            </div>
          </li>
        ))}
      </ul>
      {office === null ? null : (
        <div class="actions">
          <a class="button second" href={`${documentsPath(round.id)}/words`}>
            {words.words}
          </a>
          {written === null ? null : (
            <span class="soft">
              {words.writtenBy(nameOf(written.written_by), written.written_at.slice(0, 10))}
            </span>
          )}
        </div>
      )}
      <Publicity {...props} />
      <Issued {...{ viewer, id: round.id, issued: papers.issued, nameOf }} />
    </>
  );
};

const Publicity: FC<OverviewProps> = ({ viewer, round, office, papers, isPublic, replies }) => {
  const words = documentWords[viewer.language];
  const { publicity } = round.facts as { readonly publicity?: { readonly from: string } | null };
  const act = (event: string) =>
    `/act/${event}?${new URLSearchParams({ target: round.workflow, back: documentsPath(round.id) }).toString()}`;
  const mayPublish =
    typeof round.facts['reportApprovedAt'] === 'string' && (publicity ?? null) === null;
  const window = papers.record.publicity;
  const isPublished = (publicity ?? null) !== null;
  const isOpen = isPublished && (window === null || window.to === null || round.today <= window.to);
  return (
    <section class="card" aria-labelledby="publicity">
      <h2 id="publicity">{words.publicity}</h2>
      {isOpen && window !== null ? <p>{words.window(window.from, window.to)}</p> : null}
      {!isPublished && !mayPublish ? <p>{words.notYet}</p> : null}
      <p>
        {isPublic ? words.publicNow : words.publicLater}{' '}
        {isPublic ? (
          <a href={`/public/${encodeURIComponent(round.id)}`}>{words.publicPage}</a>
        ) : null}
      </p>
      {office === null ? null : (
        <div class="actions">
          {mayPublish ? (
            <a class="button" href={act('publish')}>
              {words.mayPublish}
            </a>
          ) : null}
          {isOpen ? (
            <a class="button second" href={act('reply')}>
              {words.reply}
            </a>
          ) : null}
        </div>
      )}
      <h3>{replies.length === 0 ? words.noReplies : words.replies(replies.length)}</h3>
      {replies.map(({ at, from, text }) => (
        <p>
          <span class="soft">{words.replyFrom(from, at.slice(0, 10))}</span> {text}
        </p>
      ))}
    </section>
  );
};

interface IssuedProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly issued: readonly DocumentRow[];
  readonly nameOf: (id: string) => string;
}

const Issued: FC<IssuedProps> = ({ viewer, id, issued, nameOf }) => {
  const words = documentWords[viewer.language];
  const called: Readonly<Record<string, string>> = words.names;
  return (
    <section class="card" aria-labelledby="issued">
      <h2 id="issued">{words.issuedTitle}</h2>
      {issued.length === 0 ? <p class="soft">{words.noneIssued}</p> : null}
      <ul>
        {issued.map(({ name, sha256, made_at: at, made_by: by, lines, as_of: day }) => (
          <li>
            <a href={`${documentsPath(id)}/issued/${sha256}`}>{called[name] ?? name}</a>{' '}
            {words.issuedOn(at.slice(0, 16).replace('T', ' '), by === null ? '' : nameOf(by))}{' '}
            <span class="soft">{words.madeFrom(lines, day)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface DocumentProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly office: string | null;
  readonly name: DocumentName;
  readonly papers: Papers;
  readonly shown: Shown;
  readonly gaps: number;
  /** The problems that were asked for, as typed. */
  readonly asked: string;
  readonly fault: string | null;
  readonly stamp: string;
}

export const DocumentPage: FC<DocumentProps> = (props) => {
  const { viewer, round, office, name, papers, shown, gaps, asked, fault } = props;
  const words = documentWords[viewer.language];
  return (
    <>
      {fault === null ? null : (
        <p class="notice refused" role="alert">
          {fault}
        </p>
      )}
      {documentsOut[name].byProblem ? (
        <form method="get" class="ask">
          <div>
            <label for="problems">{words.problems}</label>
            <input id="problems" name="problems" value={asked} inputmode="numeric" />
          </div>
          <button class="second">{words.show}</button>
        </form>
      ) : null}
      <p class={gaps === 0 ? 'soft' : 'notice'}>
        {gaps === 0 ? words.noGaps : words.gaps(gaps)}{' '}
        {gaps > 0 && office !== null ? (
          <a href={`${documentsPath(round.id)}/words`}>{words.words}</a>
        ) : null}
      </p>
      <div class="actions">
        <a class="button second" href={fileOf(round.id, name, papers, asked)}>
          {`${words.download} .${documentsOut[name].extension}`}
        </a>
        <a class="button second" href={documentsPath(round.id)}>
          {words.back}
        </a>
      </div>
      {office === null ? null : <IssueForm {...props} />}
      <ShownDocument shown={shown} />
    </>
  );
};

const IssueForm: FC<DocumentProps> = ({ viewer, round, name, papers, gaps, asked, stamp }) => {
  const words = documentWords[viewer.language];
  const { lines } = papers.record.journal;
  const hidden = { lines: String(lines), day: papers.record.asOf, problems: asked, words: stamp };
  return (
    <form method="post" action={`${documentsPath(round.id)}/${name}/issue`} class="card">
      <Csrf viewer={viewer} />
      {Object.entries(hidden).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      <p class="hint">{words.issueHint}</p>
      {gaps === 0 ? null : (
        <label class="choice">
          <input type="checkbox" name="agreed" value="yes" />
          {words.gapsAgreed}
        </label>
      )}
      <div class="actions">
        <button>{words.issue}</button>
      </div>
    </form>
  );
};

/** What is looked at is what is taken away: made from the same line. */
function fileOf(id: string, name: DocumentName, { record }: Papers, problems: string): string {
  const query = new URLSearchParams({ lines: String(record.journal.lines), day: record.asOf });
  if (problems !== '') query.set('problems', problems);
  return `${documentsPath(id)}/${name}/file?${query.toString()}`;
}
