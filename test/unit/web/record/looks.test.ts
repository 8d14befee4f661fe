import { setTimeout as pause } from 'node:timers/promises';
import { farIn, looksAt } from '../../../../web/record/looks';

/** A record that moves by one at each look, and says how many looks are under way at most. */
function slow(fails: readonly number[] = []) {
  let [looks, under, most] = [0, 0, 0];
  const heads = async () => {
    looks += 1;
    const ordinal = looks;
    under += 1;
    most = Math.max(most, under);
    await pause(2);
    under -= 1;
    if (fails.includes(ordinal)) throw new Error('away');
    return [{ id: 'water', ordinal }];
  };
  return { heads, most: () => most };
}

test('who looks while a look is under way waits for the next, all for the same one', async () => {
  const { heads, most } = slow();
  const look = looksAt({ heads });
  const first = look();
  await pause(1);
  const others = [look(), look()];
  const far = (await Promise.all([first, ...others])).map((each) => each.get('water'));
  expect([far, most()]).toEqual([[1, 2, 2], 1]);
});

test('a look that fails fails for those who share it, and the next one looks again', async () => {
  const look = looksAt(slow([1]));
  await expect(look()).rejects.toThrow('away');
  expect((await look()).get('water')).toBe(2);
});

test('how far some have come counts each once, and those that are not there as nothing', () => {
  const heads = new Map([
    ['water', 3],
    ['school', 4],
  ]);
  expect(farIn(heads, ['water', 'water', 'unknown'])).toBe(3);
  expect(farIn(heads, null)).toBe(7);
});
