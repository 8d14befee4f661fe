/** 台账 taken away as Excel, from the record: all of it, or the problems that are shown. */
import { noAuthorsPart } from '../../../documents/record';
import { ledgerWords } from '../../../words/pages/ledger';
import { notFound } from '../../layout/respond';
import type { Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';
import { filterOf, isFiltered, type LedgerQuery } from './query';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function excelOf(c: WebContext, deps: WebDeps, round: Round, query: LedgerQuery) {
  const written = await deps.desk.write({
    ...{ name: 'ledger', id: round.id, at: null, now: deps.now(), author: noAuthorsPart },
    ...{ problems: null, only: isFiltered(query) ? filterOf(query, [round.id]) : null },
  });
  if (written === null) return notFound(c, deps);
  const name = `${ledgerWords.zh.fileName(round.title, round.today)}.xlsx`;
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(new Uint8Array(written.bytes));
}
