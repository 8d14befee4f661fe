/** A record with something of everything, and looking at all that a ledger holds. */
import { createEvidenceFolder, type EvidenceFile, type EvidenceStore } from '../../../../ledger';
import { carriedTables } from '../../../../ledger/archive/contents';
import { derivedTables } from '../../../../ledger/derived/again';
import { inPieces, pdf } from '../evidence/bytes';
import { line, type Opened } from '../open';

export interface Files {
  readonly store: EvidenceStore;
  readonly contract: EvidenceFile;
  readonly spare: EvidenceFile;
}

export async function someFiles(place: string): Promise<Files> {
  const store = createEvidenceFolder(place);
  return {
    store,
    contract: await store.put(inPieces(pdf('合同')), '合同.pdf'),
    spare: await store.put(inPieces(pdf('未被接受')), '函.pdf'),
  };
}

/** Two rectifications, `r` with 8 lines and `s` with 1. */
export async function fill(opened: Opened, { contract }: Files): Promise<void> {
  const { ledger } = opened;
  await somebody(opened);
  const people = [{ id: 'li-na', name: '李娜', roles: ['handler'], department: '办公室' }];
  await ledger.append('rectification/r', [line(1, { facts: { people, unit: '云川县水务局' } })]);
  await ledger.append('problem/r/1', [
    line(1, { facts: { title: '河长制落实不到位', measures: [{ ordinal: 1, text: '清理河道' }] } }),
    line(2, { fields: { text: '“引号”\\ \u0000 \ud800 换\n行', evidence: [contract] } }),
  ]);
  await ledger.append('problem/r/2', [line(1, { facts: { title: '台账不清' } }), line(2)]);
  await ledger.append('problem/r/1', [line(3), line(4), line(5)]);
  await ledger.append('problem/s/1', [line(1, { facts: { title: '学习不深入' } })]);
  for (const id of ['r', 's']) {
    await ledger.claimDelivery({
      ...{ key: `digest/${id}/li-na/2026-11-23/red/1/outbox`, channel: 'outbox', address: 'li-na' },
      ...{ person: 'li-na', name: '李娜', day: '2026-11-23', subject: '提醒', red: true },
      claimed_at: '2026-11-23T01:00:00.000Z',
    });
    await ledger.noteDocument({
      ...{ rectification: id, name: 'bulletin', sha256: 'ab'.repeat(32), as_of: '2026-11-23' },
      ...{ lines: 3, head: 'cd'.repeat(32), made_at: '2026-11-23T01:00:00.000Z' },
      ...{ made_by: 'he-jing', made_with: '{}' },
    });
    await ledger.keepAuthorPart({
      ...{ rectification: id, content: '{}', written_by: 'he-jing' },
      written_at: '2026-11-23T01:00:00.000Z',
    });
    await ledger.refusals.note([
      {
        ...{ workflow: `problem/${id}/1`, command: 'c-1', at: '2026-11-23T01:00:00.000Z' },
        ...{ event: 'approve', fields: {}, by: { decidedBy: 'li-na' }, reason: '现阶段不办理此事' },
      },
    ]);
  }
}

/** An account with all that hangs on it, and a list that is being received. */
export async function somebody({ ledger, behindItsBack }: Opened, name = 'li-na'): Promise<void> {
  const at = '2026-11-23T01:00:00.000Z';
  for (const row of [
    `accounts (id, name, email, email_verified, administrator, language, created_at, updated_at)
       values ($1, $1, $1, true, true, 'zh', now(), now())`,
    `credentials (id, account_id, provider_id, user_id, password, created_at, updated_at)
       values ($1, $1, 'credential', $1, 'hash', now(), now())`,
    `second_factors (id, secret, backup_codes, user_id) values ($1, 'secret', 'codes', $1)`,
    `grants values ($1, '云川县水务局', 'office', $1)`,
    `audit values ($1, '${at}', $1, 'signedIn', 'POST /sign-in', 'password', null)`,
    `sessions (id, token, user_id, expires_at, created_at, updated_at)
       values ($1, $1, $1, now() + interval '1 day', now(), now())`,
    `invitations values ($1, $1, '${at}', '${at}')`,
    `feeds values ($1, $1, 'zh', '${at}', null)`,
    `tokens values ($1, $1, '试', 'read', $1, '${at}', '${at}', null, null)`,
  ])
    await behindItsBack(`insert into ${row}`, name);
  await ledger.drafts.add({
    ...{ id: name, unit: '云川县水务局', account: name, name: '清单.xlsx', content: '{}' },
    ...{ receiving: null, version: 1, made_at: at, changed_at: at },
  });
}

/** Every row of every table. */
export async function allOf({ behindItsBack }: Opened) {
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of [...carriedTables, ...derivedTables])
    tables[table] = await behindItsBack(
      `select row_to_json(t)::text as row from ${table} t order by 1`,
    );
  return tables;
}
