/** Uploading a list, and the lists there are. */
import { randomUUID } from 'node:crypto';
import { ImportError } from '../../../documents';
import { receptionWords } from '../../../words/pages/reception';
import { receives, unitsAs } from '../../access/access';
import { notFound, page } from '../../layout/respond';
import { peopleIn } from '../../rounds/people-of';
import type { WebApp, WebContext, WebDeps } from '../../web-env';
import { beginningOf, earlierOf } from './beginning';
import { keptDays } from './draft';
import { ListPage } from './list-page';
import { receiverFor, refused } from './opened';
import type { Receivings } from './receivings';
import { bodyOf, fileOf, textsOf } from './sent';

const day = 86_400_000;

export function listRoutes(app: WebApp, deps: WebDeps, receivings: Receivings): void {
  const { ledger, now } = deps;

  const list = async (c: WebContext, why: string | null): Promise<Response> => {
    const viewer = c.get('viewer');
    const units = unitsAs(viewer, 'office');
    const drafts = await ledger.drafts.of(units);
    const isHere = (id: string) => receivings.isHere(id);
    return page(
      c,
      deps,
      { title: receptionWords[viewer.language].title, status: why === null ? 200 : 422 },
      <ListPage {...{ viewer, units, drafts, now: now(), isHere, refused: why }} />,
    );
  };

  app.get('/reception', async (c) => {
    if (!receives(c.get('viewer'))) return refused(c, deps).then(() => notFound(c, deps));
    return list(c, null);
  });

  app.post('/reception', async (c) => {
    const viewer = c.get('viewer');
    const body = await bodyOf(c);
    const unit = textsOf(body)['unit'] ?? '';
    const receiver = receiverFor(viewer, unit);
    if (receiver === null) return refused(c, deps).then(() => notFound(c, deps));
    const file = await fileOf(body);
    if (file === null) return list(c, receptionWords[viewer.language].noFile);
    try {
      const content = await beginningOf(deps, unit, file, {
        ...{ id: receiver, name: viewer.account.name },
      });
      const [id, at] = [randomUUID(), now()];
      await ledger.drafts.expire(new Date(Date.parse(at) - keptDays * day).toISOString());
      await ledger.drafts.add({
        ...{ id, unit, account: viewer.account.id, name: file.name, receiving: null, version: 1 },
        ...{ content, made_at: at, changed_at: at },
      });
      return c.redirect(`/reception/${id}`, 303);
    } catch (error) {
      if (error instanceof ImportError) return list(c, error.message);
      throw error;
    }
  });

  app.get('/reception/template.xlsx', async (c) => {
    const [unit] = unitsAs(c.get('viewer'), 'office');
    if (unit === undefined) return notFound(c, deps);
    const [last] = await earlierOf(deps, unit);
    const made = await deps.desk.form((last === undefined ? null : peopleIn(last.facts)) ?? []);
    return download(c, made, '问题清单.xlsx', xlsx);
  });
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function download(c: WebContext, bytes: Uint8Array, name: string, type: string): Response {
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(new Uint8Array(bytes));
}
