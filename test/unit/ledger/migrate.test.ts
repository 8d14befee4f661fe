import { LedgerTooNew, openLedger } from '../../../ledger';
import { migrations } from '../../../ledger/migrations';
import { onEachDatabase } from './databases';
import { line, openTestLedger, type Opened } from './open';

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  test('opened again it has what it had', async () => {
    await opened.ledger.append('problem/again/1', [line(1)]);
    const again = await openLedger(opened.ledger.url);
    expect(await again.read('problem/again/1')).toEqual([line(1)]);
    await again.close();
  });

  test('several processes that open it at once bring it to its tables once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => openLedger(opened.ledger.url)));
    await Promise.all(all.map((each) => each.close()));
    const rows = await opened.behindItsBack('select name from ledger_migrations');
    expect(rows).toEqual(Object.keys(migrations).map((name) => ({ name })));
  });

  test('one of the first version is taken over: what stands is derived from its journal', async () => {
    const { ledger, behindItsBack } = opened;
    await ledger.append('problem/old/1', [
      line(1, { facts: { title: '河道采砂监管不到位', department: '办公室' } }),
      line(2, { shown: { stage: 'rectifying' }, facts: { department: '水资源管理科' } }),
    ]);
    const later = Object.keys(migrations).slice(1);
    const tables = (await behindItsBack(
      `select tablename from pg_tables where schemaname = current_schema() and tablename <> all($1)`,
      [['ledger_migrations', 'journal', 'workflows', 'chains', 'problems']],
    )) as readonly { readonly tablename: string }[];
    await behindItsBack(`drop table ${tables.map(({ tablename }) => tablename).join(', ')}`);
    await behindItsBack(`delete from ledger_migrations where name = any($1)`, later);
    const again = await openLedger(ledger.url);
    const [problem] = await again.problems({ rectification: 'old' });
    expect(problem).toMatchObject({
      ...{ title: '河道采砂监管不到位', department: '水资源管理科' },
      ...{ stage: 'rectifying', sequence: 2 },
    });
    expect((await again.verify()).faults).toEqual([]);
    await again.close();
  });

  test('one that a newer version has changed is refused, by the name of what it does not know', async () => {
    await opened.behindItsBack(
      `insert into ledger_migrations values ('0999-from-the-future', '2030-01-01')`,
    );
    const opening = openLedger(opened.ledger.url);
    await expect(opening).rejects.toThrow(LedgerTooNew);
    await expect(opening).rejects.toThrow('0999-from-the-future');
  });
});
