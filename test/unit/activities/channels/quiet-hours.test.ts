import { quietUntil } from '../../../../activities/channels/quiet-hours';

const night = { from: '22:00', to: '07:00' };

test.each([
  ['before they begin', '2026-11-23T13:59:59.999Z', null],
  ['as they begin', '2026-11-23T14:00:00.000Z', '2026-11-23T23:00:00.000Z'],
  ['after midnight in Shanghai', '2026-11-23T18:30:00.000Z', '2026-11-23T23:00:00.000Z'],
  ['a moment before they end', '2026-11-23T22:59:59.999Z', '2026-11-23T23:00:00.000Z'],
  ['as they end', '2026-11-23T23:00:00.000Z', null],
  ['on the last night of the year', '2026-12-31T15:00:00.000Z', '2026-12-31T23:00:00.000Z'],
])('quiet hours over midnight, %s', (_when, at, until) => {
  expect(quietUntil(night, at)).toBe(until);
});

test('quiet hours within a day', () => {
  const noon = { from: '12:00', to: '14:00' };
  expect(quietUntil(noon, '2026-11-23T04:00:00.000Z')).toBe('2026-11-23T06:00:00.000Z');
  expect(quietUntil(noon, '2026-11-23T06:00:00.000Z')).toBeNull();
  expect(quietUntil(noon, '2026-11-23T03:59:00.000Z')).toBeNull();
});
