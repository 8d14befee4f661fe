import fc from 'fast-check';
import type { LineFilter, ProblemFilter } from '../../../ledger';
import { onEachDatabase } from './databases';
import { line, openTestLedger, type Opened } from './open';

/** Few characters, so that words are often found; those that mean something to SQL and to `like` among them. */
const characters = [...'河长制落实不到位的水AbİΣß19，。%_\\\'"😀🏞 \n'];
const textOf = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength });
const words = fc.array(textOf(6), { minLength: 1, maxLength: 2 }).map((some) => some.join(' '));

/** As one who reads every text would look: letter by letter, small letters for capitals. */
function contains(text: string, wanted: string): boolean {
  const small = (each: string) => Array.from(each, (letter) => letter.toLowerCase()).join('');
  const all = wanted.split(/\s+/u).filter((word) => word !== '');
  return all.length > 0 && all.every((word) => small(text).includes(small(word)));
}

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  const linesFound = async (filter: Omit<LineFilter, 'limit'>, limit = 1000) => {
    const rows = await opened.ledger.searchLines({ ...filter, limit });
    return rows.map(({ workflow, sequence }) => `${workflow} ${sequence}`);
  };
  const problemsFound = async (filter: ProblemFilter) =>
    (await opened.ledger.problems(filter)).map(({ workflow }) => workflow);

  test('finds exactly what reading every text finds, whatever people write and look for', async () => {
    const texts = fc.sample(textOf(40), { numRuns: 300, seed: 11 });
    const workflow = 'problem/random/1';
    await opened.ledger.append(
      workflow,
      texts.map((text, index) => line(index + 1, { fields: { text } })),
    );
    await fc.assert(
      fc.asyncProperty(words, async (wanted) => {
        const naive = texts.flatMap((text, index) =>
          contains(text, wanted) ? [`${workflow} ${index + 1}`] : [],
        );
        expect((await linesFound({ text: wanted })).sort()).toEqual(naive.sort());
      }),
      { numRuns: 150, seed: 12 },
    );
  }, 60_000);

  test('finds problems by their ids', async () => {
    for (const seq of [1, 2, 3])
      await opened.ledger.append(`problem/by-id/${seq}`, [line(1, { facts: { title: '水' } })]);
    const workflows = ['problem/by-id/3', 'problem/by-id/1', 'problem/by-id/9'];
    expect(await problemsFound({ workflows })).toEqual(['problem/by-id/1', 'problem/by-id/3']);
    expect(await problemsFound({ workflows: [] })).toEqual([]);
  });

  test('finds exactly the problems whose words say it', async () => {
    const titles = fc.sample(textOf(30), { numRuns: 60, seed: 13 });
    const workflows = titles.map((_title, index) => `problem/titles/${index + 1}`);
    await Promise.all(
      titles.map((title, index) =>
        opened.ledger.append(workflows[index] ?? '', [line(1, { facts: { title } })]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(words, async (wanted) => {
        const naive = workflows.filter((_each, index) => contains(titles[index] ?? '', wanted));
        const isBlank = wanted.trim() === '';
        const found = await problemsFound({ rectification: 'titles', text: wanted });
        expect(found).toEqual(isBlank ? workflows : naive);
      }),
      { numRuns: 100, seed: 14 },
    );
  }, 60_000);

  test('gives the newest of very many, without reading them all', async () => {
    const days = ['2024-03-09', '2026-10-31', '2026-11-23'];
    const lines = Array.from({ length: 2400 }, (_each, index) => {
      const minute = String(index % 60).padStart(2, '0');
      const at = `${days[Math.floor(index / 800)] ?? ''}T01:${minute}:00.000Z`;
      return line(index + 1, {
        at,
        fields: { text: `台账已核对${index % 7 === 0 ? '公函' : ''}` },
      });
    });
    for (let from = 0; from < lines.length; from += 400)
      await opened.ledger.append('problem/many/1', lines.slice(from, from + 400));
    const newest = lines
      .toSorted((one, other) => other.at.localeCompare(one.at) || other.sequence - one.sequence)
      .map(({ sequence }) => `problem/many/1 ${sequence}`);
    expect(await linesFound({ text: '核对' }, 1700)).toEqual(newest.slice(0, 1700));
    expect(await linesFound({ text: '账' }, 3)).toEqual(newest.slice(0, 3));
    expect(await linesFound({ text: '核对账' })).toEqual([]);
  });

  test('a person is found by name and by id, in the rectification in which the id is theirs', async () => {
    const { ledger } = opened;
    const person = (id: string, name: string) => ({ id, name, roles: [], department: null });
    const facts = (...people: readonly object[]) => ({ facts: { people } });
    await ledger.append('problem/one/1', [
      line(1, { facts: { title: '一', handlers: ['li-na'], responsibleLeader: '王强' } }),
    ]);
    await ledger.append('problem/other/1', [
      line(1, { facts: { title: '二', handlers: ['li-na'] } }),
    ]);
    await ledger.append('rectification/one', [line(1, facts(person('li-na', '李娜')))]);
    await ledger.append('rectification/other', [line(1, facts(person('li-na', '李纳')))]);
    expect(await problemsFound({ person: '李娜' })).toEqual(['problem/one/1']);
    expect(await problemsFound({ person: '王强' })).toEqual(['problem/one/1']);
    expect(await problemsFound({ person: 'li-na' })).toEqual(['problem/one/1', 'problem/other/1']);
    expect(await problemsFound({ text: '李纳 二' })).toEqual(['problem/other/1']);
    const byName = await linesFound({ person: '李纳' });
    expect(byName.sort()).toEqual(['problem/other/1 1', 'rectification/other 1']);
    expect(await linesFound({ text: '第1次', person: '李某' })).toEqual([]);
    const refused = line(2, { kind: 'refused', reason: '尚未领办', fields: { text: '甲乙' } });
    await ledger.append('problem/one/1', [refused]);
    expect(await linesFound({ text: '尚未 甲', person: '李娜' })).toEqual(['problem/one/1 2']);
  });

  test('a list comes in pages, each beginning after the last of the one before', async () => {
    const all = await opened.ledger.problems({ open: true });
    const pages = [];
    for (let after = null; ;) {
      const page = { limit: 7, ...(after === null ? {} : { after }) };
      const rows = await opened.ledger.problems({ open: true }, page);
      pages.push(...rows);
      after = rows.at(-1) ?? null;
      if (rows.length < 7) break;
    }
    expect(pages).toEqual(all);
  });
});
