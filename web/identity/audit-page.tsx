/** 审计记录: for administrators, newest first, in pages. */
import type { Language } from '../../words/catalogue';
import { forbiddenBy } from '../../words/guards';
import { auditWords } from '../../words/pages/audit';
import { shellWords } from '../../words/pages/shell';
import { forbidden, page } from '../layout/respond';
import type { Viewer } from '../viewer';
import type { Part, WebContext, WebDeps } from '../web-env';
import type { Audit } from './audit';
import type { AuditRow } from './database';
import { auditKinds } from './identity';
import { minuteOf } from './instant-words';

interface Asked {
  readonly audit: Audit;
  /** Of accounts, by id. */
  readonly names: () => Promise<ReadonlyMap<string, string>>;
}

const pageSize = 100;

export function auditPage({ audit, names }: Asked): Part {
  return (app, deps) => {
    app.get('/audit', async (c) => {
      const viewer = c.get('viewer');
      if (!viewer.account.administrator)
        return forbidden(c, deps, shellWords[viewer.language].notFoundHint);
      return show(c, deps, await found(c, audit), await names());
    });
  };
}

function found(c: WebContext, audit: Audit): Promise<readonly AuditRow[]> {
  const { account = '', what = '', at = '', id = '' } = c.req.query();
  const kind = auditKinds.find((each) => each === what);
  return audit.list({
    ...(account === '' ? {} : { account }),
    ...(kind === undefined ? {} : { what: kind }),
    ...(at === '' ? {} : { before: { at, id } }),
    limit: pageSize,
  });
}

function show(
  c: WebContext,
  deps: WebDeps,
  rows: readonly AuditRow[],
  names: ReadonlyMap<string, string>,
) {
  const viewer = c.get('viewer');
  const words = auditWords[viewer.language];
  const { account = '', what = '' } = c.req.query();
  const last = rows.length === pageSize ? rows.at(-1) : undefined;
  const older = new URLSearchParams({ account, what, at: last?.at ?? '', id: last?.id ?? '' });
  return page(
    c,
    deps,
    { title: words.title },
    <>
      <p class="hint">{words.hint}</p>
      <form method="get" action="/audit" class="actions">
        <input type="hidden" name="account" value={account} />
        <label class="inline">
          {words.what}
          <select name="what">
            <option value="">{words.all}</option>
            {auditKinds.map((kind) => (
              <option value={kind} selected={kind === what}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <button class="second">{words.show}</button>
      </form>
      <Rows {...{ viewer, rows, names }} />
      {last === undefined ? null : (
        <p>
          <a href={`/audit?${older.toString()}`}>{words.older}</a>
        </p>
      )}
    </>,
  );
}

function Rows({
  viewer,
  rows,
  names,
}: {
  readonly viewer: Viewer;
  readonly rows: readonly AuditRow[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const words = auditWords[viewer.language];
  return (
    <div class="scroll" tabindex={0}>
      <table>
        <thead>
          <tr>
            {[words.at, words.who, words.what, words.subject, words.detail, words.address].map(
              (title) => (
                <th>{title}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, account, what, subject, detail, address }) => (
            <tr>
              <td>
                <time datetime={at}>{minuteOf(at)}</time>
              </td>
              <td>{account === null ? words.nobodyKnown : (names.get(account) ?? account)}</td>
              <td>{words.kinds[what]}</td>
              <td>{names.get(subject) ?? subject}</td>
              <td>{detailIn(detail, viewer.language)}</td>
              <td>{address ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A guard's name, or a code and often what it is about: `granted member zhang-wei 云川县水务局`. What is neither stays as it is. */
function detailIn(detail: string, language: Language): string {
  const { codes, standings } = auditWords[language];
  const [code = '', about = '', ...rest] = detail.split(' ');
  const words = [wordOf(code, codes), wordOf(about, { ...codes, ...standings }), ...rest];
  return forbiddenBy(detail, language) ?? words.filter(Boolean).join(' ');
}

function wordOf(code: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
