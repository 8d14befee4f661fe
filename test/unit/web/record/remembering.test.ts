import type { Ledger, RectificationRow } from '../../../../ledger';
import { noTracing } from '../../../../tracing';
import { duringRequest, type CurrentRequest } from '../../../../web/health/current-request';
import { traceRequest } from '../../../../web/health/request-trace';
import { looksAt, type Heads } from '../../../../web/record/looks';
import { neededNow } from '../../../../web/record/needed';
import { remembering } from '../../../../web/record/remembering';
import { given, people, rectification, viewer } from '../given';

/** A record of two rectifications that counts what it is asked, and in which a test lets something happen. */
function record() {
  const rows = new Map<string, RectificationRow>(
    ['water', 'school'].map((id) => [
      id,
      rectification({ id, unit: id, workflow: `rectification/${id}` }),
    ]),
  );
  const heads = new Map([...rows.keys()].map((id) => [id, 5]));
  const asked: string[] = [];
  const answering =
    <Answer>(name: string, answer: (...args: never[]) => Answer) =>
    (...args: never[]) => {
      asked.push(name);
      return Promise.resolve(answer(...args));
    };
  const ledger = {
    heads: answering('heads', () => [...heads].map(([id, ordinal]) => ({ id, ordinal }))),
    rectifications: answering('rectifications', (ids: readonly string[] = [...rows.keys()]) =>
      ids.flatMap((id) => rows.get(id) ?? []),
    ),
    people: answering('people', () => people),
    problems: answering('problems', () => []),
    overview: {
      sums: answering('sums', (ids: readonly string[]) => [
        { rectification: ids[0], problems: heads.get(ids[0] ?? '') },
      ]),
    },
  } as unknown as Ledger;
  let told: Heads | null = null;
  const look = looksAt(ledger);
  const seen = remembering(
    ledger,
    neededNow(look, () => told),
  );
  const happens = (id: string, own = false): void => {
    heads.set(id, (heads.get(id) ?? 0) + 1);
    const row = rows.get(id);
    if (own && row !== undefined) rows.set(id, { ...row, sequence: row.sequence + 1 });
  };
  return {
    ...{ ledger: seen, happens, rows },
    tell: async () => void (told = await look()),
    count: (name: string) => asked.filter((each) => each === name).length,
    problemsIn: async (id: string) => (await seen.overview.sums([id]))[0]?.problems,
  };
}

const trace = traceRequest(noTracing, undefined);
let requests = 0;
const during = <Result>(kind: CurrentRequest['kind'], work: () => Result, told = 0) =>
  duringRequest({ id: String((requests += 1)), kind, told, trace }, work);

test('a question is asked once for everybody until something of its rectification is recorded', async () => {
  const { problemsIn, happens, count } = record();
  const ask = () => during('page', () => problemsIn('water'));
  expect([await ask(), await ask(), count('sums')]).toEqual([5, 5, 1]);
  happens('school');
  expect([await ask(), count('sums')]).toEqual([5, 1]);
  happens('water');
  expect([await ask(), await ask(), count('sums')]).toEqual([6, 6, 2]);
});

test('who asks the same at the same time shares one answer', async () => {
  const { problemsIn, count } = record();
  await Promise.all([1, 2, 3].map(() => during('page', () => problemsIn('water'))));
  expect([count('heads'), count('sums')]).toEqual([1, 1]);
});

test('other questions have answers of their own', async () => {
  const { problemsIn, happens } = record();
  happens('school');
  expect([await problemsIn('water'), await problemsIn('school')]).toEqual([5, 6]);
});

test('a part that is asked for anew shows what was told, without a look of its own', async () => {
  const { problemsIn, happens, tell, count } = record();
  const part = () => during('part', () => problemsIn('water'));
  await tell();
  expect(await part()).toBe(5);
  happens('water');
  expect([await part(), count('heads')]).toEqual([5, 1]);
  await tell();
  expect(await part()).toBe(6);
});

test('a part is never older than what a page was answered since', async () => {
  const { problemsIn, happens, tell } = record();
  await tell();
  await during('part', () => problemsIn('water'));
  happens('water');
  await during('page', () => problemsIn('water'));
  expect(await during('part', () => problemsIn('water'))).toBe(6);
});

test('a part shows what its page was told of, though another process told it and this one has not looked yet', async () => {
  const { problemsIn, happens, tell } = record();
  await tell();
  await during('part', () => problemsIn('water'));
  happens('water');
  const toldByAnother = 5 + 6;
  expect(await during('part', () => problemsIn('water'), toldByAnother)).toBe(6);
});

test('what a page says it was told of is no number: then it is looked', async () => {
  const { problemsIn, happens, tell } = record();
  await tell();
  await during('part', () => problemsIn('water'));
  happens('water');
  expect(await during('part', () => problemsIn('water'), NaN)).toBe(6);
});

test('what acts sees what it has done itself', async () => {
  const { problemsIn, happens } = record();
  await during('act', async () => {
    expect(await problemsIn('water')).toBe(5);
    happens('water');
    expect(await problemsIn('water')).toBe(6);
  });
});

test('people are asked for anew only where the rectification itself has a new line', async () => {
  const { ledger, happens, count } = record();
  const ask = () => during('page', () => ledger.people('water'));
  await ask();
  happens('water');
  await ask();
  expect(count('people')).toBe(1);
  happens('water', true);
  await ask();
  expect(count('people')).toBe(2);
});

test('what looks for words is asked every time', async () => {
  const { ledger, count } = record();
  const filter = { rectification: 'water', text: '台账' };
  await ledger.problems(filter);
  await ledger.problems(filter);
  expect(count('problems')).toBe(2);
});

test('a failure is not remembered', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve([])];
  const once = { rectifications: () => answers.shift() ?? Promise.resolve([]) };
  const ledger = remembering({ ...record().ledger, ...once }, () => Promise.resolve(new Map()));
  await expect(ledger.rectifications()).rejects.toThrow('away');
  expect(await ledger.rectifications()).toEqual([]);
});

test('what was answered to one who sees a rectification is not shown to one who does not', async () => {
  const { ledger, count } = record();
  let who = viewer({ grants: [{ unit: 'water', standing: 'reader', person: null }] });
  const viewerOf = () => Promise.resolve(who);
  const note = () => Promise.resolve();
  const { app } = given({ ledger, identity: { viewerOf, note } });
  const names = ['/api/v1/rectifications/water', '/api/v1/rectifications'];
  const ask = async () =>
    Promise.all(
      names.map(async (path) => {
        const answer = await app.request(path);
        return answer.status === 200 ? (await answer.text()).includes('"water"') : answer.status;
      }),
    );
  expect(await ask()).toEqual([true, true]);
  const before = count('rectifications');
  who = viewer({ grants: [{ unit: 'school', standing: 'office', person: 'li-na' }] });
  expect(await ask()).toEqual([404, false]);
  expect(count('rectifications')).toBe(before);
});
