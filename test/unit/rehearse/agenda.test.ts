import fc from 'fast-check';
import { Agenda } from '../../../client/rehearse/agenda';

const instant = (minute: number): string => new Date(minute * 60_000).toISOString();

const all = <T>(agenda: Agenda<T>): readonly T[] => {
  const taken: T[] = [];
  for (let next = agenda.next(instant(1e6)); next !== null; next = agenda.next(instant(1e6)))
    taken.push(next.item);
  return taken;
};

test('items come in order of time, and of one instant in the order in which they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (minutes) => {
      const agenda = new Agenda<readonly [number, number]>();
      minutes.forEach((minute, order) => agenda.add(instant(minute), [minute, order]));
      const sorted = minutes
        .map((minute, order) => [minute, order] as const)
        .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
      expect(all(agenda)).toEqual(sorted);
    }),
  );
});

test('what is later than asked for stays', () => {
  const agenda = new Agenda<string>();
  agenda.add(instant(5), 'later');
  expect(agenda.next(instant(4))).toBeNull();
  expect(agenda.next(instant(5))).toEqual({ at: instant(5), item: 'later' });
  expect(agenda.next(instant(5))).toBeNull();
});
