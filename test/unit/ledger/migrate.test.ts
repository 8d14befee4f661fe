import { LedgerTooNew, openLedger } from '../../../ledger';
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
    expect(rows).toEqual([{ name: '0001-record' }]);
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
