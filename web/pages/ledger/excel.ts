/** 台账 taken away as Excel, from the record: all of it, or the problems that are shown. */
import { ledgerWorkbook } from '../../../documents';
import { noAuthorsPart, recordOf } from '../../../documents/record';
import { ledgerWords } from '../../../words/pages/ledger';
import { terms, termOf } from '../../../words/terms';
import { notFound } from '../../layout/respond';
import type { Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';
import { filterOf, isFiltered, type LedgerQuery } from './query';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function excelOf(c: WebContext, deps: WebDeps, round: Round, query: LedgerQuery) {
  const { ledger } = deps;
  const record = recordOf({
    id: round.id,
    lines: await ledger.readRectification(round.id),
    asOf: round.today,
    author: noAuthorsPart,
    stageWord: (stage) => termOf(terms.zh.stages, stage),
  });
  if (record === null) return notFound(c, deps);
  const shown = isFiltered(query) ? await seqsOf(ledger, query, round.id) : null;
  const problems = record.problems.filter(({ seq }) => shown === null || shown.has(seq));
  const workbook = await ledgerWorkbook({ ...record, problems });
  const name = `${ledgerWords.zh.fileName(round.title, round.today)}.xlsx`;
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(new Uint8Array(workbook));
}

async function seqsOf(
  ledger: WebDeps['ledger'],
  query: LedgerQuery,
  id: string,
): Promise<ReadonlySet<number>> {
  const rows = await ledger.problems(filterOf(query, [id]));
  return new Set(rows.map(({ seq }) => seq));
}
