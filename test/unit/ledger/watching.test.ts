import { onEachDatabase } from './databases';
import { line, openTestLedger, type Opened } from './open';

const token = {
  ...{ id: 't-1', account: 'li-na', name: '上报', scopes: 'read act', token_hash: 'h-1' },
  ...{ made_at: '2026-11-28T01:00:00.000Z', expires_at: '2026-12-28T01:00:00.000Z' },
};
const later = '2026-11-29T01:00:00.000Z';

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
    const { ledger } = opened;
    const shown = (lamp: string, stage = 'rectifying') => ({ shown: { lamp, stage } });
    await ledger.append('rectification/r', [line(1, { facts: { unit: '云川县水务局' } })]);
    for (const [seq, lamp] of ['normal', 'overdue', 'overdue'].entries())
      await ledger.append(`problem/r/${seq + 1}`, [
        line(1, { ...shown(lamp), facts: { unit: '云川县水务局' } }),
      ]);
    await ledger.append('problem/r/4', [
      line(1, { ...shown('overdue'), facts: { unit: '云川县水务局' } }),
      line(2, shown('overdue', 'closed')),
    ]);
    await ledger.tokens.keep(token);
  }, 120_000);
  afterAll(async () => opened.close());

  test('the sums count what is open by unit and lamp, and leave out what is closed', async () => {
    await opened.ledger.ping();
    const { problems, deliveries, refusedCommands } = await opened.ledger.figures();
    expect(problems).toEqual([
      { unit: '云川县水务局', lamp: 'normal', problems: 1 },
      { unit: '云川县水务局', lamp: 'overdue', problems: 2 },
    ]);
    expect({ deliveries, refusedCommands }).toEqual({ deliveries: {}, refusedCommands: 0 });
  });

  test('a journal comes a page at a time', async () => {
    const page = (after: number) => opened.ledger.journal('problem/r/4', { after, limit: 1 });
    expect(await page(0)).toMatchObject([{ sequence: 1 }]);
    expect(await page(1)).toMatchObject([{ sequence: 2 }]);
    expect(await page(2)).toEqual([]);
  });

  test('a token is found by its hash while it holds, and noted as used', async () => {
    const { tokens } = opened.ledger;
    expect(await tokens.use('h-1', later)).toMatchObject({ account: 'li-na', scopes: 'read act' });
    expect(await tokens.of('li-na')).toMatchObject([{ id: 't-1', used_at: later }]);
    expect(await tokens.use('h-2', later)).toBeNull();
    expect(await tokens.use('h-1', token.expires_at)).toBeNull();
  });

  test('a token is revoked by its own account alone, once, and holds no more', async () => {
    const { tokens } = opened.ledger;
    expect(await tokens.revoke('wang', 't-1', later)).toBe(false);
    expect(await tokens.use('h-1', later)).not.toBeNull();
    expect(await tokens.revoke('li-na', 't-1', later)).toBe(true);
    expect(await tokens.revoke('li-na', 't-1', later)).toBe(false);
    expect(await tokens.use('h-1', later)).toBeNull();
  });
});
