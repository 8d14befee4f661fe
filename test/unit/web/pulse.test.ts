import { setTimeout as pause } from 'node:timers/promises';
import { startPulse, type Changed, type Pulse } from '../../../web/live/pulse';
import { looksAt } from '../../../web/record/looks';
import { rectification } from './given';

/** A record in which a test lets something happen. */
function record() {
  let looks = 0;
  const heads = new Map([
    ['water', 3],
    ['school', 8],
  ]);
  return {
    happens: (id: string) => heads.set(id, (heads.get(id) ?? 0) + 1),
    looks: () => looks,
    heads: () => {
      looks += 1;
      return Promise.resolve([...heads].map(([id, ordinal]) => ({ id, ordinal })));
    },
    rectifications: (ids?: readonly string[]) =>
      Promise.resolve(
        [...heads.keys()]
          .filter((id) => ids === undefined || ids.includes(id))
          .map((id) => rectification({ id })),
      ),
  };
}

/** Until it has been looked at once more, and what came of that is told. */
async function looked({ looks }: { readonly looks: () => number }): Promise<void> {
  const before = looks();
  while (looks() <= before) await pause(2);
  await pause(2);
}

let pulse: Pulse | undefined;
afterEach(() => pulse?.stop());

const idsOf = (changed: readonly Changed[]) => changed.map(({ id }) => id);

test('tells everybody who listens what has changed, and nothing else', async () => {
  const ledger = record();
  pulse = startPulse(looksAt(ledger), ledger, 5);
  const told: string[][] = [[], []];
  told.forEach((list) => pulse?.subscribe((changed) => list.push(...idsOf(changed))));
  await looked(ledger);
  ledger.happens('school');
  await looked(ledger);
  await looked(ledger);
  expect(told).toEqual([['school'], ['school']]);
});

test('who is told finds that as far as what it was told of', async () => {
  const ledger = record();
  const own = startPulse(looksAt(ledger), ledger, 5);
  pulse = own;
  const told: (number | undefined)[] = [];
  own.subscribe(() => told.push(own.told()?.get('school')));
  await looked(ledger);
  ledger.happens('school');
  await looked(ledger);
  await looked(ledger);
  expect(told).toEqual([9]);
});

test('a page that listens only later is told what has changed since it was made', async () => {
  const ledger = record();
  pulse = startPulse(looksAt(ledger), ledger, 5, 0);
  await looked(ledger);
  const made = Date.now();
  ledger.happens('water');
  await looked(ledger);
  await looked(ledger);
  expect(idsOf(await pulse.changedSince(made))).toEqual(['water']);
  expect(await pulse.changedSince(Date.now() + 1)).toEqual([]);
});

test('a page older than the process is told everything: who knows what it has missed', async () => {
  const ledger = record();
  pulse = startPulse(looksAt(ledger), ledger, 5);
  await looked(ledger);
  expect(idsOf(await pulse.changedSince(Date.now()))).toEqual(['water', 'school']);
});

test('a record that was away for a beat is asked again, and nothing is lost', async () => {
  const ledger = record();
  let away = false;
  const rectifications = (ids?: readonly string[]) =>
    away ? Promise.reject(new Error('away')) : ledger.rectifications(ids);
  pulse = startPulse(looksAt(ledger), { rectifications }, 5);
  const told: string[] = [];
  pulse.subscribe((changed) => told.push(...idsOf(changed)));
  await looked(ledger);
  away = true;
  ledger.happens('water');
  await looked(ledger);
  expect(told).toEqual([]);
  away = false;
  await looked(ledger);
  await looked(ledger);
  expect(told).toEqual(['water']);
});
