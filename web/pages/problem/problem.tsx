/** 问题: one problem on one page. What the record knows is there at once; what only the workflow knows comes when it answers. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../../words/catalogue';
import { problemWords } from '../../../words/pages/problem';
import { notFound, page } from '../../layout/respond';
import { problemPath } from '../../rounds/paths';
import type { Viewer } from '../../viewer';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { DutyBox } from '../todo/told';
import { LivePart } from './live-part';
import { readLive } from './live-view';
import { readPlace, readProblem, type ProblemPage, type ProblemPlace } from './read-problem';
import { RecordPart } from './record-part';

export const problem: Part = (app, deps) => {
  app.get('/problems/:rectification/:seq', async (c) => {
    const found = await asked(c, deps);
    if (found === null) return notFound(c, deps);
    if (c.req.header('hx-request') === undefined) return whole(c, deps, found);
    const { language } = c.get('viewer');
    return c.html(<RecordPart problem={found} language={language} all={isAll(c)} />);
  });
  app.get('/problems/:rectification/:seq/live', async (c) => {
    const { rectification, seq } = c.req.param();
    const found = await readPlace(deps, c.get('viewer'), rectification, seq);
    return found === null ? notFound(c, deps) : live(c, deps, found);
  });
};

function asked(c: WebContext, deps: WebDeps): Promise<ProblemPage | null> {
  const { rectification = '', seq = '' } = c.req.param() as Readonly<Record<string, string>>;
  return readProblem(deps, c.get('viewer'), rectification, seq);
}

const isAll = (c: WebContext): boolean => c.req.query('all') === '1';

function whole(c: WebContext, deps: WebDeps, found: ProblemPage) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const words = problemWords[language];
  const { row } = found;
  const path = problemPath(row);
  const changed = `changed-${row.rectification}`;
  return page(
    c,
    deps,
    { title: words.title(row.seq, row.title ?? ''), scripts: ['calm.js', 'keep.js'] },
    <>
      <Yours problem={found} viewer={viewer} />
      <div class="with-aside">
        <div
          id="record"
          hx-get={isAll(c) ? `${path}?all=1` : path}
          hx-trigger={`sse:${changed}, fresh`}
          data-calm={changed}
        >
          <RecordPart problem={found} language={language} all={isAll(c)} />
        </div>
        {viewer.only === null ? <Aside path={path} changed={changed} language={language} /> : null}
      </div>
    </>,
  );
}

/** The acts are made anew with each change; a form that was opened from them stands beside and stays. */
const Aside: FC<{ path: string; changed: string; language: Language }> = ({
  path,
  changed,
  language,
}) => {
  const words = problemWords[language];
  return (
    <div class="aside">
      <div id="act" aria-live="polite"></div>
      <div
        id="live"
        hx-get={`${path}/live`}
        hx-trigger={`load, sse:${changed}, fresh`}
        data-calm={changed}
      >
        <p class="soft">
          <a href={`${path}/live`}>{words.mayShow}</a>
        </p>
      </div>
    </div>
  );
};

/** What the viewer has to do about it, from the record: there also while no workflow answers. */
const Yours: FC<{ problem: ProblemPage; viewer: Viewer }> = ({ problem: found, viewer }) => {
  const [first, ...others] = found.duties;
  if (first === undefined) return null;
  const words = problemWords[viewer.language];
  return (
    <section class="card yours" aria-labelledby="yours-title">
      <h2 id="yours-title">{words.yours}</h2>
      <DutyBox
        duties={[first, ...others]}
        about={found}
        viewer={viewer}
        back={problemPath(found.row)}
      />
    </section>
  );
};

async function live(c: WebContext, deps: WebDeps, found: ProblemPlace) {
  const { language } = c.get('viewer');
  const { row, person, people, mayRecord } = found;
  const view = await readLive(deps, row.workflow, person, mayRecord ? people : []);
  const body = <LivePart live={view} problem={found} language={language} />;
  if (c.req.header('hx-request') !== undefined) return c.html(body);
  return page(c, deps, { title: problemWords[language].title(row.seq, row.title ?? '') }, body);
}
