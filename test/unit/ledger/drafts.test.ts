/** Lists in progress: outside the record, changed by whoever has seen the last change, and gone after a while. */
import { onEachDatabase } from './databases';
import { openTestLedger, type Opened } from './open';

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  const draft = (id: string, unit: string, changed_at: string) => ({
    ...{ id, unit, account: 'he-jing', name: '清单.xlsx', content: '{"a":1}', receiving: null },
    ...{ version: 1, made_at: changed_at, changed_at },
  });

  test('a unit’s lists are found, the last changed first, and nobody else’s', async () => {
    const { drafts } = opened.ledger;
    await drafts.add(draft('a', '水务局', '2026-11-01T00:00:00.000Z'));
    await drafts.add(draft('b', '水务局', '2026-11-02T00:00:00.000Z'));
    await drafts.add(draft('c', '教育局', '2026-11-03T00:00:00.000Z'));
    expect((await drafts.of(['水务局'])).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await drafts.of([])).toEqual([]);
  });

  test('of two who change the same version one is told to look again; what is not named stays', async () => {
    const { drafts } = opened.ledger;
    const at = '2026-11-04T00:00:00.000Z';
    const both = await Promise.all([
      drafts.change('a', 1, { receiving: '{}', changed_at: at }),
      drafts.change('a', 1, { receiving: '{}', changed_at: at }),
    ]);
    expect(both.filter((done) => done)).toHaveLength(1);
    expect(await drafts.one('a')).toMatchObject({
      version: 2,
      content: '{"a":1}',
      receiving: '{}',
    });
  });

  test('what nobody has changed since is gone', async () => {
    const { drafts } = opened.ledger;
    await drafts.expire('2026-11-03T12:00:00.000Z');
    expect(await drafts.one('b')).toBeNull();
    expect(await drafts.one('a')).not.toBeNull();
  });

  test('the last part that an author wrote stands', async () => {
    const { ledger } = opened;
    const part = { rectification: 'x', written_by: 'he-jing', written_at: '2026-11-04' };
    await ledger.keepAuthorPart({ ...part, content: '1' });
    await ledger.keepAuthorPart({ ...part, content: '2' });
    expect((await ledger.authorPart('x'))?.content).toBe('2');
    expect(await ledger.authorPart('y')).toBeNull();
  });
});
