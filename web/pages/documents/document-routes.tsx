/** Looking at documents, taking them away, issuing them. */
import {
  documentNames,
  documentsOut,
  type DocumentName,
} from '../../../documents/export/documents';
import { gapsInText } from '../../../documents/export/gap';
import { shownOf, type Shown } from '../../../documents/export/shown';
import { issuedDocument } from '../../../documents/record';
import { documentWords } from '../../../words/pages/documents';
import { seeOther } from '../../layout/notice';
import { notFound, page } from '../../layout/respond';
import type { Asked, At, Written } from '../../desk/desk';
import type { Round } from '../../rounds/rounds';
import { publicBulletin } from '../public/public-bulletin';
import type { WebApp, WebContext, WebDeps } from '../../web-env';
import { DocumentPage, OverviewPage } from './pages';
import { asOffice, openedRound } from './opened';
import { documentsPath } from './paths';
import { authorsPartOf, papersOf, repliesIn, type Papers } from './papers';

export function documentRoutes(app: WebApp, deps: WebDeps): void {
  app.get('/documents/:id', (c) =>
    openedRound(c, deps, async ({ round, people, office }) => {
      const viewer = c.get('viewer');
      const words = documentWords[viewer.language];
      const papers = await papersOf(deps, round.id, null);
      const title = words.of(round.title);
      if (papers === null) return page(c, deps, { title }, <p class="card">{words.nothingYet}</p>);
      const isPublic = (await publicBulletin(deps, round.id)) !== null;
      const replies = repliesIn(papers.lines);
      return page(
        c,
        deps,
        { title },
        <OverviewPage {...{ viewer, round, people, office, papers, isPublic, replies }} />,
      );
    }),
  );

  app.get('/documents/:id/issued/:sha', (c) =>
    openedRound(c, deps, async ({ round }) => {
      const rows = await deps.ledger.documents(round.id);
      const row = rows.find(({ sha256 }) => sha256 === c.req.param('sha'));
      const name = nameIn(row?.name);
      if (row === undefined || name === null) return notFound(c, deps);
      const again = await deps.desk.again({ ...row, name });
      const words = documentWords[c.get('viewer').language];
      if (again !== null) return download(c, name, again, round.id, row.as_of);
      return page(
        c,
        deps,
        { title: words.cannotAgainTitle, status: 409 },
        <p>{words.cannotAgain}</p>,
      );
    }),
  );

  app.get('/documents/:id/:name', (c) => shown(c, deps, null));

  app.get('/documents/:id/:name/file', (c) =>
    openedRound(c, deps, async ({ round }) => {
      const name = nameIn(c.req.param('name'));
      const [at, problems] = [atIn(c.req.query()), seqsIn(c.req.query('problems'))];
      const author = await authorsPartOf(deps, round.id);
      const written =
        name === null ? null : await write(deps, { name, at, author, problems }, round);
      if (name === null || written === null) return notFound(c, deps);
      return download(c, name, written.bytes, round.id, written.asOf);
    }),
  );

  app.post('/documents/:id/:name/issue', (c) =>
    asOffice(c, deps, async ({ round, office }) => {
      const words = documentWords[c.get('viewer').language];
      const name = nameIn(c.req.param('name'));
      const body = await c.req.parseBody<Record<string, string>>();
      const at = atIn(body);
      const papers = name === null || at === null ? null : await papersOf(deps, round.id, at);
      if (name === null || papers === null) return notFound(c, deps);
      if (body['words'] !== wordsStamp(papers)) return shown(c, deps, words.moved);
      const problems = seqsIn(body['problems']);
      if (gapsOf(shownOf(name, papers.record, problems)) > 0 && body['agreed'] === undefined)
        return shown(c, deps, words.mustAgree);
      const { author } = papers;
      const written = await write(deps, { name, at, author, problems }, round);
      if (written === null) return notFound(c, deps);
      await deps.ledger.noteDocument({
        ...issuedDocument(name, written.bytes, papers.record, { author, problems }),
        ...{ made_at: deps.now(), made_by: office },
      });
      const text = words.issued(words.names[name]);
      return seeOther(c, documentsPath(round.id), { kind: 'done', text });
    }),
  );
}

/** @param fault why it was not issued */
function shown(c: WebContext, deps: WebDeps, fault: string | null): Promise<Response> {
  return openedRound(c, deps, async ({ round, office }) => {
    const name = nameIn(c.req.param('name'));
    const papers = name === null ? null : await papersOf(deps, round.id, null);
    if (name === null || papers === null) return notFound(c, deps);
    const viewer = c.get('viewer');
    const words = documentWords[viewer.language];
    const asked = c.req.query('problems') ?? '';
    const seqs = documentsOut[name].byProblem ? seqsIn(asked) : null;
    const isWrong = (seqs ?? []).some((seq) =>
      papers.record.problems.every((each) => each.seq !== seq),
    );
    const content = shownOf(name, papers.record, isWrong ? null : seqs);
    return page(
      c,
      deps,
      { title: words.names[name], status: fault === null ? 200 : 422 },
      <DocumentPage
        {...{ viewer, round, office, name, papers, asked: isWrong ? '' : asked }}
        shown={content}
        gaps={gapsOf(content)}
        fault={fault ?? (isWrong ? words.problemsWrong : null)}
        stamp={wordsStamp(papers)}
      />,
    );
  });
}

function write(
  { desk, now }: WebDeps,
  asked: Pick<Asked, 'name' | 'at' | 'author' | 'problems'>,
  { id }: Round,
): Promise<Written | null> {
  return desk.write({ ...asked, id, now: now(), only: null });
}

function gapsOf(shown: Shown): number {
  return gapsInText(JSON.stringify(shown));
}

/** Tells whether the author's words are those that were looked at. */
function wordsStamp({ written }: Papers): string {
  return written?.written_at ?? '';
}

function nameIn(word: string | undefined): DocumentName | null {
  return documentNames.find((name) => name === word) ?? null;
}

/** Where what was looked at was made from. */
function atIn({ lines, day }: Readonly<Record<string, string>>): At | null {
  const count = Number(lines);
  return Number.isInteger(count) && count > 0 && day !== undefined ? { lines: count, day } : null;
}

/** `1、3 5`; null: none were named. */
function seqsIn(text: string | undefined): readonly number[] | null {
  const seqs = [...(text ?? '').matchAll(/\d{1,6}/g)].map(([word]) => Number(word));
  return seqs.length === 0 ? null : [...new Set(seqs)];
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function download(
  c: WebContext,
  name: DocumentName,
  bytes: Uint8Array,
  id: string,
  day: string,
): Response {
  const { extension } = documentsOut[name];
  const file = `${documentWords.zh.names[name]}-${id}-${day}.${extension}`;
  c.header('content-type', types[extension]);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file)}`);
  return c.body(new Uint8Array(bytes));
}
