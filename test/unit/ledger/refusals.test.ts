import { onEachDatabase } from './databases';
import { line, openTestLedger, type Opened } from './open';

const refusal = (command: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ workflow: 'problem/r/1', command, at: '2026-11-23T01:00:02.500Z', event: 'approve' },
  fields: { text: '同意销号' },
  by: { decidedBy: 'li-na', recordedBy: 'li-na', basis: 'ownSignIn' },
  reason: '不能审核自己报送的',
  ...more,
});

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
    const people = [{ id: 'li-na', name: '李娜', roles: ['handler'] }];
    await opened.ledger.append('rectification/r', [line(1, { facts: { people } })]);
    await opened.ledger.refusals.note([
      refusal('c-2', { at: '2026-11-23T02:00:00.000Z', by: { decidedBy: 'wang' } }),
      refusal('c-1'),
      refusal('c-1', { workflow: 'problem/r/2' }),
      refusal('c-\0', { workflow: 'problem/s/1', fields: { text: 'a\0b' }, by: null }),
    ]);
  }, 120_000);
  afterAll(async () => opened.close());

  test('a command that is refused again under its id is the same refusal; the first time stands', async () => {
    await opened.ledger.refusals.note([refusal('c-1', { reason: '另一个原因' })]);
    expect(await opened.ledger.refusals.of('problem/r/1')).toEqual([
      { ...refusal('c-1'), kind: 'refused' },
      expect.objectContaining({ command: 'c-2' }),
    ]);
  });

  test('is found by what was written, by why it was refused, and by who sent it under id or name', async () => {
    const commands = async (filter: { text?: string; person?: string }) =>
      (await opened.ledger.refusals.search({ ...filter, limit: 10 })).map(
        ({ workflow, command }) => `${workflow} ${command}`,
      );
    const ofLiNa = ['problem/r/1 c-1', 'problem/r/2 c-1'];
    expect((await commands({ person: '李娜' })).sort()).toEqual(ofLiNa);
    expect((await commands({ text: '审核 同意', person: 'li-na' })).sort()).toEqual(ofLiNa);
    expect((await commands({ text: '同意' }))[0]).toBe('problem/r/1 c-2');
    expect(await commands({ text: 'approve' })).toEqual([]);
  });

  test('is counted by rectification, and is no part of the chain', async () => {
    expect(await opened.ledger.refusals.counts()).toEqual({ r: 3, s: 1 });
    expect(await opened.ledger.verify()).toMatchObject({ lines: 1, faults: [] });
  });
});
