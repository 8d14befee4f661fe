import { fromRankUpwards, oneRankUp } from '../../../../domain/ranks';

test.each([
  ['handler', 'departmentHead'],
  ['departmentHead', 'responsibleLeader'],
  ['responsibleLeader', 'principal'],
  ['office', 'principal'],
] as const)('one rank above the %s is the %s', (role, above) => {
  expect(oneRankUp(role)).toBe(above);
});

test.each(['principal', 'supervisor', 'reader'] as const)('nobody is above the %s', (role) => {
  expect(oneRankUp(role)).toBeNull();
});

test('the ranks from the department head upwards end with the principal', () => {
  expect(fromRankUpwards('departmentHead')).toEqual([
    'departmentHead',
    'responsibleLeader',
    'principal',
  ]);
});
