import { openLedger } from '../../../ledger';
import { onEachDatabase } from './databases';
import { openTestLedger, line, type Opened } from './open';

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  test('lines are kept in order and given back as they were, each once however often they are sent', async () => {
    const { ledger } = opened;
    const lines = [1, 2, 3, 4].map((sequence) => line(sequence));
    await ledger.append('problem/once/1', lines.slice(0, 2));
    await ledger.append('problem/once/1', lines.slice(0, 3));
    await ledger.append('problem/once/1', lines.slice(1, 4));
    await ledger.append('problem/once/1', []);
    expect(await ledger.read('problem/once/1')).toEqual(lines);
    expect(await ledger.read('problem/once/2')).toEqual([]);
  });

  test('lines that leave a gap are not kept, and hold nobody else up', async () => {
    const { ledger } = opened;
    const outcomes = await Promise.allSettled([
      ledger.append('problem/gap/1', [line(2)]),
      ledger.append('problem/gap/2', [line(1)]),
      ledger.append('problem/gap/3', [line(1), line(3)]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(outcomes[0]).toMatchObject({
      reason: { message: 'the ledger has lines of problem/gap/1 up to 0, and was given 2' },
    });
    expect(await ledger.read('problem/gap/2')).toEqual([line(1)]);
    expect(await ledger.read('problem/gap/3')).toEqual([]);
  });

  test('many at once are all kept, in one chain without a gap', async () => {
    const { ledger, behindItsBack } = opened;
    const workflows = Array.from({ length: 60 }, (_each, index) => `problem/many/${index + 1}`);
    await Promise.all(
      workflows.flatMap((workflow) =>
        [1, 2, 3, 4, 5].map((sequence) => ledger.append(workflow, [line(sequence)])),
      ),
    );
    const rows = await behindItsBack(
      `select ordinal from journal where chain = 'many' order by ordinal`,
    );
    expect(rows).toEqual(Array.from({ length: 300 }, (_each, index) => ({ ordinal: index + 1 })));
    expect((await ledger.verify()).faults).toEqual([]);
  });

  test('two processes that record the same lines at once keep each once', async () => {
    const { ledger, behindItsBack } = opened;
    const other = await openLedger(ledger.url);
    const workflows = Array.from({ length: 10 }, (_each, index) => `problem/two/${index + 1}`);
    const lines = [1, 2, 3].map((sequence) => line(sequence));
    await Promise.all(
      workflows.flatMap((workflow, index) => {
        const [first, second] = index % 2 === 0 ? [ledger, other] : [other, ledger];
        return [first.append(workflow, lines), second.append(workflow, lines.slice(0, 2))];
      }),
    );
    await other.close();
    const rows = await behindItsBack(`select count(*)::int from journal where chain = 'two'`);
    expect(rows).toEqual([{ count: 30 }]);
    expect((await ledger.verify()).faults).toEqual([]);
  });

  test('what people type is kept letter by letter: quotes, emoji, half a pair, NUL', async () => {
    const { ledger } = opened;
    const odd = line(1, {
      fields: { text: `'"\\ \n 😀 \ud83d \0 %_` },
      facts: { unit: 'NUL\0', title: '半\ud83d', section: null, department: null },
    });
    await ledger.append('problem/odd/1', [odd]);
    expect(await ledger.read('problem/odd/1')).toEqual([odd]);
    expect((await ledger.verify()).faults).toEqual([]);
  });

  test('a problem’s row says what its last line says, and keeps the facts until others come', async () => {
    const { ledger } = opened;
    const facts = {
      ...{ unit: '云川县水务局', section: '一、履行职责', title: '河长制落实不到位' },
      ...{ department: '办公室', responsibleLeader: '王强' },
    };
    await ledger.append('problem/row/2', [line(1, { facts })]);
    const late = {
      stage: 'review',
      lamp: 'overdue',
      kind: 'timeLimited',
      round: 1,
      dueOn: '2027-01-31',
    };
    await ledger.append('problem/row/2', [line(2), line(3, { shown: late })]);
    const [row] = await ledger.problems({ rectification: 'row' });
    expect(row).toMatchObject({
      ...{ workflow: 'problem/row/2', seq: 2, sequence: 3, stage: 'review', lamp: 'overdue' },
      ...{ due_on: '2027-01-31', unit: '云川县水务局', responsible_leader: '王强' },
    });
    await ledger.append('problem/row/2', [line(4, { facts: { ...facts, department: null } })]);
    const [after] = await ledger.problems({ rectification: 'row' });
    expect(after).toMatchObject({ sequence: 4, department: null, title: '河长制落实不到位' });
  });

  test('measures and people are those that were told last, of the same number or id the first', async () => {
    const { ledger, behindItsBack } = opened;
    const measure = (ordinal: number, text: string) => ({ ordinal, text });
    const first = [
      measure(1, '修订'),
      measure(2, '清退'),
      measure(2, '再次清退'),
      measure(3, '公示'),
    ];
    const then = [measure(2, '清退到位'), measure(4, '回访')];
    await ledger.append('problem/told/1', [line(1, { facts: { measures: first } })]);
    const measures = () =>
      behindItsBack(
        `select ordinal, text from measures where workflow = 'problem/told/1' order by 1`,
      );
    expect(await measures()).toEqual([measure(1, '修订'), measure(2, '清退'), measure(3, '公示')]);
    await ledger.append('problem/told/1', [line(2, { facts: { measures: then } })]);
    expect(await measures()).toEqual(then);
    const person = (id: string, name: string) => ({ id, name, roles: ['handler'] });
    const told = [person('li', '李娜'), person('li', '李楠'), person('ma', '马超')];
    await ledger.append('rectification/told', [line(1, { facts: { people: told } })]);
    await ledger.append('problem/told/1', [line(3, { facts: { handlers: ['li'] } })]);
    expect((await ledger.people('told')).map(({ name }) => name).sort()).toEqual(['李娜', '马超']);
    const found = async (person: string) => (await ledger.problems({ person })).length;
    expect(await found('李娜')).toBe(1);
    const renamed = [person('li', '李娜娜')];
    await ledger.append('rectification/told', [line(2, { facts: { people: renamed } })]);
    expect((await ledger.people('told')).map(({ name }) => name)).toEqual(['李娜娜']);
    expect([await found('李娜'), await found('李娜娜')]).toEqual([0, 1]);
    await ledger.append('problem/told/1', [line(4, { facts: { measures: [] } })]);
    expect(await measures()).toEqual([]);
  });

  test('every file that any line names is given once, however many lines there are', async () => {
    const { ledger, behindItsBack } = opened;
    const file = (sequence: number) => ({
      ...{ sha256: sequence.toString(16).padStart(64, '0'), name: `${sequence}.pdf\0`, size: 7 },
    });
    const workflows = ['problem/filed/1', 'problem/filed-2/1'];
    for (const workflow of workflows)
      for (let from = 1; from < 2100; from += 500) {
        const lines = Array.from({ length: 500 }, (_each, index) => from + index);
        const filed = lines.map((each) => line(each, { fields: { evidence: [file(each)] } }));
        await ledger.append(workflow, filed);
      }
    const named: string[] = [];
    for await (const { workflow, sequence, name } of ledger.evidenceInLines())
      if (workflow.includes('filed')) named.push(`${workflow} ${sequence} ${name}`);
    const all = Array.from({ length: 2500 }, (_each, index) => index + 1);
    expect(named.sort()).toEqual(
      workflows.flatMap((workflow) => all.map((n) => `${workflow} ${n} ${n}.pdf`)).sort(),
    );
    expect((await ledger.evidence('problem/filed/1')).map(({ sequence }) => sequence)).toEqual(all);
    const rows = await behindItsBack(`select count(*)::int from evidence`);
    expect(rows).toEqual([{ count: 5000 }]);
  });
});
