import fc from 'fast-check';
import { sortColumns, type SortColumn, type SortedRow } from '../../../ledger';
import { onEachDatabase } from './databases';
import { line, openTestLedger, type Opened } from './open';

const realTime = {
  realAt: '1970-01-01T00:00:00.000Z',
  planAt: '1970-01-01T00:00:00.000Z',
  speed: 1,
};
const lamps = ['normal', 'approaching', 'behind', 'overdue', 'unheard-of'];
const departments = ['办公室', '财务科', null];
const days = ['2026-12-31', '2027-01-05', null];

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  const shown = (more: object) => ({
    stage: 'rectifying',
    lamp: 'normal',
    kind: 'immediate',
    ...more,
  });

  describe('a list in the order of a column', () => {
    beforeAll(async () => {
      const some = fc.sample(
        fc.record({
          ...{ lamp: fc.constantFrom(...lamps), dueOn: fc.constantFrom(...days) },
          department: fc.constantFrom(...departments),
        }),
        { numRuns: 40, seed: 21 },
      );
      await Promise.all(
        some.map(({ department, ...more }, index) =>
          opened.ledger.append(`problem/sorted/${index + 1}`, [
            line(1, { shown: shown(more), facts: { department } }),
          ]),
        ),
      );
    });

    const filter = { rectification: 'sorted' };
    const seqs = (rows: readonly SortedRow[]) => rows.map(({ seq }) => seq);
    const placeOf = ({ key, rectification, seq }: SortedRow) => ({ key, rectification, seq });
    const whole = async (by: SortColumn, down: boolean) =>
      (await opened.ledger.overview.sorted(filter, { by, down }, { limit: 100 })).rows;

    test.each(sortColumns)('has each problem once, forwards and back, by %s', async (by) => {
      for (const down of [false, true]) {
        const { sorted } = opened.ledger.overview;
        const all = await whole(by, down);
        const there: number[] = [];
        let part = await sorted(filter, { by, down }, { limit: 7 });
        for (;;) {
          there.push(...seqs(part.rows));
          const last = part.rows.at(-1);
          if (!part.hasAfter || last === undefined) break;
          part = await sorted(filter, { by, down }, { limit: 7, after: placeOf(last) });
        }
        expect(there).toEqual(seqs(all));
        const back = [...seqs(part.rows)];
        while (part.hasBefore && part.rows[0] !== undefined) {
          part = await sorted(filter, { by, down }, { limit: 7, before: placeOf(part.rows[0]) });
          back.unshift(...seqs(part.rows));
        }
        expect(back).toEqual(seqs(all));
        expect(part.total).toBe(40);
      }
    });

    test('the most urgent lamp comes first, what is missing last', async () => {
      const order = [...new Set((await whole('lamp', false)).map(({ lamp }) => lamp))];
      expect(order).toEqual(['overdue', 'behind', 'approaching', 'normal', 'unheard-of']);
      expect((await whole('due', false)).at(-1)?.due_on).toBeNull();
      expect((await whole('department', false)).at(-1)?.department).toBeNull();
    });

    test('a row that has changed since still says where the next page begins', async () => {
      const { sorted } = opened.ledger.overview;
      const sorting = { by: 'lamp', down: false } as const;
      const { rows } = await sorted(filter, sorting, { limit: 5 });
      const [last] = rows.slice(-1);
      if (last === undefined) throw new Error('there are forty');
      const then = await sorted(filter, sorting, { limit: 100, after: placeOf(last) });
      await opened.ledger.append(last.workflow, [
        line(2, { shown: shown({ lamp: 'unheard-of' }) }),
      ]);
      const now = await sorted(filter, sorting, { limit: 100, after: placeOf(last) });
      expect(seqs(now.rows).filter((seq) => seq !== last.seq)).toEqual(seqs(then.rows));
    });
  });

  test('sums say how many are open, done, late, and since when', async () => {
    const problems = [
      { status: 'completed', stage: 'signedOff', lamp: 'normal', dueOn: '2026-12-01' },
      { status: 'inProgress', stage: 'rectifying', lamp: 'overdue', dueOn: '2026-12-09' },
      { status: 'inProgress', stage: 'rectifying', lamp: 'overdue', dueOn: '2026-12-02' },
      { status: 'phaseCompleted', stage: 'upkeep', lamp: 'behind', dueOn: null },
      { status: 'inProgress', stage: 'closed', lamp: 'overdue', dueOn: '2026-11-01' },
    ];
    for (const [index, each] of problems.entries())
      await opened.ledger.append(`problem/sums/${index + 1}`, [
        line(1, { shown: shown(each), facts: { department: '财务科' } }),
      ]);
    const { sums, places } = opened.ledger.overview;
    expect(await sums(['sums', 'nothing'])).toEqual([
      {
        ...{ rectification: 'sums', problems: 5, open: 3, completed: 1, phaseCompleted: 1 },
        ...{ unassigned: 0, reviewing: 0, overdue: 2, behind: 1, approaching: 0 },
        oldest: '2026-12-02',
      },
    ]);
    const counted = await places('sums');
    expect(counted.reduce((sum, each) => sum + each.problems, 0)).toBe(5);
    expect(counted).toContainEqual({
      ...{ kind: 'immediate', stage: 'rectifying', lamp: 'overdue', status: 'inProgress' },
      ...{ department: '财务科', leader: null, problems: 2 },
    });
  });

  test('the course is what reading every line gives, by the days of the rectification’s own calendar', async () => {
    const { ledger } = opened;
    const at = (hour: string) => `2026-11-23T${hour}:00:00.000Z`;
    const stood = (sequence: number, hour: string, lamp: string, stage = 'rectifying') =>
      line(sequence, { at: at(hour), shown: { lamp, stage, status: 'inProgress' } });
    await ledger.append('problem/course/1', [stood(1, '01', 'normal'), stood(2, '02', 'normal')]);
    await ledger.append('problem/course/2', [stood(1, '15', 'normal'), stood(2, '15', 'overdue')]);
    await ledger.append('problem/course/1', [
      stood(3, '17', 'behind'),
      stood(4, '18', 'normal', 'closed'),
    ]);
    const steps = await ledger.overview.course('course', realTime);
    const brief = steps.map(({ day, lamp, stage, problems }) => [day, stage, lamp, problems]);
    expect(brief).toHaveLength(4);
    expect(brief).toEqual(
      expect.arrayContaining([
        ['2026-11-23', 'rectifying', 'normal', 1],
        ['2026-11-23', 'rectifying', 'overdue', 1],
        ['2026-11-24', 'rectifying', 'normal', -1],
        ['2026-11-24', 'closed', 'normal', 1],
      ]),
    );
    const fast = { realAt: at('01'), planAt: '2026-01-01T00:00:00.000Z', speed: 24 };
    const byHour = await ledger.overview.course('course', fast);
    expect([...new Set(byHour.map(({ day }) => day))]).toEqual([
      '2026-01-01',
      '2026-01-15',
      '2026-01-17',
      '2026-01-18',
    ]);
  });

  test('dates are those of problems, measures, suspensions and of the whole, the last that was worked out', async () => {
    const { ledger } = opened;
    await ledger.append('problem/dates/1', [
      line(1, {
        shown: shown({ dueOn: '2026-12-10' }),
        facts: {
          ...{ title: '合同管理', handlers: ['li-na'], departmentHead: 'sun-bin' },
          measures: [
            { ordinal: 1, text: '清理', due: '2026-12-05', doneAt: null },
            { ordinal: 2, text: '建制', due: '2026-12-06', doneAt: '2026-11-01T00:00:00.000Z' },
          ],
        },
      }),
    ]);
    await ledger.append('problem/dates/2', [
      line(1, {
        shown: shown({ stage: 'suspended', dueOn: null }),
        facts: { title: '征地', suspendedUntil: '2026-12-08' },
      }),
    ]);
    await ledger.append('problem/dates/3', [
      line(1, { shown: shown({ stage: 'closed', dueOn: '2026-12-07' }) }),
    ]);
    const due = (sequence: number, wait: string, dueOn: string) =>
      line(sequence, { kind: 'outcome', event: 'schedule', fields: { wait, dueOn, because: [] } });
    await ledger.append('rectification/dates', [
      ...[due(1, 'plan', '2026-12-02'), due(2, 'plan', '2026-12-03')],
      ...[due(3, 'progress', '2026-11-30'), due(4, 'progress', '2026-12-31')],
      due(5, 'period', '2027-05-02'),
    ]);
    const filter = { rectifications: ['dates'], from: '2026-11-01', to: '2026-12-31' };
    const found = await ledger.overview.dates(filter);
    expect(found.map(({ on, wait, seq }) => [on, wait, seq])).toEqual([
      ['2026-11-30', 'progress', null],
      ['2026-12-03', 'plan', null],
      ['2026-12-05', 'measure', 1],
      ['2026-12-08', 'suspension', 2],
      ['2026-12-10', null, 1],
      ['2026-12-31', 'progress', null],
    ]);
    expect(found[4]).toMatchObject({ title: '合同管理', people: ['li-na', 'sun-bin'] });
    expect(found[2]).toMatchObject({ title: '清理' });
    expect(await ledger.overview.dueOn('dates', 'period')).toBe('2027-05-02');
    expect(await ledger.overview.dueOn('dates', 'plan')).toBe('2026-12-03');
    expect(await ledger.overview.dueOn('dates', 'report')).toBeNull();
    await ledger.append('rectification/dates', [
      line(6, { facts: { planApprovedAt: '2026-12-01T02:00:00.000Z' } }),
    ]);
    const waits = (await ledger.overview.dates(filter)).map(({ wait }) => wait);
    expect(waits).toEqual(['progress', 'measure', 'suspension', null, 'progress']);
  });

  test('a feed is found by its hash alone, until it is renewed or revoked', async () => {
    const { feeds } = opened.ledger;
    const feed = (hash: string) => ({
      ...{
        account: 'li-na',
        token_hash: hash,
        language: 'zh',
        made_at: '2026-11-23T01:00:00.000Z',
      },
    });
    const at = '2026-11-24T01:00:00.000Z';
    await feeds.keep(feed('aa'));
    expect(await feeds.read('aa', at)).toMatchObject({ account: 'li-na', read_at: at });
    await feeds.keep(feed('bb'));
    expect(await feeds.read('aa', at)).toBeNull();
    expect(await feeds.of('li-na')).toMatchObject({ token_hash: 'bb', read_at: null });
    await feeds.revoke('li-na');
    expect(await feeds.read('bb', at)).toBeNull();
    expect(await feeds.of('li-na')).toBeNull();
  });
});
