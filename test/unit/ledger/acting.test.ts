import { onEachDatabase } from './databases';
import { line, openTestLedger, type Opened } from './open';

const shown = (stage: string, dueOn: string | null) => ({ stage, lamp: 'normal', dueOn });

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
    const { append } = opened.ledger;
    const one = (acting: string, stage = 'rectifying', dueOn: string | null = '2026-12-31') =>
      line(1, { facts: { acting }, shown: shown(stage, dueOn) });
    await append('problem/water/1', [one('li-na zhang-wei')]);
    await append('problem/water/2', [one('li-na', 'reviewing', '2026-12-01')]);
    await append('problem/water/3', [one('li-na', 'closed')]);
    await append('problem/water/4', [one('li-na-2')]);
    await append('problem/water/5', [one('')]);
    await append('problem/roads/1', [one('li-na', 'planning', null)]);
  }, 120_000);
  afterAll(async () => opened.close());

  const found = async (person: string, rectifications: readonly string[]) => {
    const filter = { acting: [{ person, rectifications }] };
    const sorting = { by: 'due', down: false } as const;
    const { rows, total } = await opened.ledger.overview.sorted(filter, sorting, { limit: 10 });
    expect(total).toBe(rows.length);
    return rows.map(({ workflow }) => workflow);
  };

  test('what is mine to do is found by my id alone, by date, in my own rectifications', async () => {
    expect(await found('li-na', ['water'])).toEqual(['problem/water/2', 'problem/water/1']);
    expect(await found('li-na', ['water', 'roads'])).toEqual([
      ...['problem/water/2', 'problem/water/1', 'problem/roads/1'],
    ]);
    expect(await found('li', ['water'])).toEqual([]);
  });

  test('who acts nowhere has nothing to do', async () => {
    expect(await opened.ledger.problems({ acting: [] })).toEqual([]);
  });

  test('it is no longer mine when a line says so', async () => {
    await opened.ledger.append('problem/water/1', [
      line(2, { facts: { acting: 'zhang-wei' }, shown: shown('rectifying', '2026-12-31') }),
    ]);
    expect(await found('li-na', ['water'])).toEqual(['problem/water/2']);
    expect(await found('zhang-wei', ['water'])).toEqual(['problem/water/1']);
  });

  describe('where the record has never said who is to act', () => {
    const problem = (seq: number, stage: string, facts: object = {}) =>
      opened.ledger.append(`problem/before/${seq}`, [
        line(1, { facts: { department: '财务科', ...facts }, shown: shown(stage, null) }),
      ]);
    const person = (id: string, roles: readonly string[], department: string | null = null) => ({
      ...{ id, name: `${id}的姓名`, roles, department, deputies: [], channels: [] },
    });
    beforeAll(async () => {
      const people = [
        ...[person('office', ['office']), person('visitor', ['supervisor'])],
        ...[person('head', ['departmentHead'], '财务科'), person('hand', ['handler'], '财务科')],
        person('leader', ['responsibleLeader']),
      ];
      await opened.ledger.append('rectification/before', [line(1, { facts: { people } })]);
      await problem(1, 'rectifying', { handlers: ['li-na'] });
      await problem(2, 'rectifying', { handlers: [] });
      await problem(3, 'accepting');
      await problem(4, 'reviewing', { reviewers: ['leader'], handlers: ['li-na'] });
      await problem(5, 'suspended');
      await problem(6, 'lookBack');
      await problem(7, 'reviewing', { urge: { text: '快' }, responsibleLeader: 'leader的姓名' });
      await problem(8, 'closed', { handlers: ['li-na'] });
    });

    test.each([
      ['li-na', [1]],
      ['hand', [2]],
      ['head', [3]],
      ['leader', [4, 7]],
      ['office', [5]],
      ['visitor', [6]],
      ['nobody', []],
    ])('%s is who its stage is with, or whom it names', async (who, seqs) => {
      const all = await found(who, ['before']);
      expect([...all].sort()).toEqual(seqs.map((seq) => `problem/before/${seq}`));
      expect(await found(who, ['elsewhere'])).toEqual([]);
    });

    test('a line that says it ends the guess', async () => {
      await opened.ledger.append('problem/before/1', [line(2, { facts: { acting: 'hand' } })]);
      expect(await found('li-na', ['before'])).toEqual([]);
    });
  });

  test('gives the newest of some lines in each workflow, and by which lines a file was filed', async () => {
    const file = { sha256: 'a'.repeat(64), name: '制度.pdf', size: 8 };
    const submitted = (sequence: number, text: string) =>
      line(sequence, { event: 'submit', fields: { text, evidence: [file] } });
    await opened.ledger.append('problem/latest/1', [
      line(1),
      submitted(2, '第一次报送'),
      line(3, { event: 'return' }),
      submitted(4, '第二次报送'),
      line(5, { event: 'submit', kind: 'refused' }),
    ]);
    const latest = await opened.ledger.latest(
      ['problem/latest/1', 'problem/water/1'],
      ['submit', 'reportUpkeep'],
    );
    expect(latest).toMatchObject([
      { workflow: 'problem/latest/1', line: { sequence: 4, fields: { text: '第二次报送' } } },
    ]);
    const named = await opened.ledger.evidenceNamed(file.sha256);
    expect(named.map(({ workflow, sequence }) => [workflow, sequence])).toEqual([
      ['problem/latest/1', 2],
      ['problem/latest/1', 4],
    ]);
    expect(await opened.ledger.evidenceNamed('b'.repeat(64))).toEqual([]);
  });
});
