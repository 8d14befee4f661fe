import { inTurn } from '../../../../web/desk/in-turn';

test('no more are at work than there are places; a failure gives its place back', async () => {
  const turn = inTurn(2);
  let [atWork, most] = [0, 0];
  const work = (at: number) => async () => {
    most = Math.max(most, (atWork += 1));
    await new Promise(setImmediate);
    atWork -= 1;
    if (at % 2 === 1) throw new Error('odd');
    return at;
  };
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map((at) => turn(work(at))));
  expect(most).toBe(2);
  expect(all.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
  ]);
});
