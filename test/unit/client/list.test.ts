import { queryOf } from '../../../client/list';
import type { Row } from '../../../client';
import { changesBetween } from '../../../client/watch';
import { mapBounded } from '../../../client/bounded';

test('a filter is one query of the server', () => {
  expect(queryOf({})).toBe('WorkflowType = "problem"');
  expect(
    queryOf({
      rectification: 'x',
      lamps: ['behind', 'overdue'],
      stages: ['rectifying'],
      open: true,
    }),
  ).toBe(
    'WorkflowType = "problem" AND Rectification = "rectification/x" AND Lamp IN ("behind", "overdue") AND Stage IN ("rectifying") AND ExecutionStatus = "Running"',
  );
});

test('what people typed cannot leave its quotes', () => {
  expect(queryOf({ department: 'a" OR Lamp = "overdue\\' })).toBe(
    'WorkflowType = "problem" AND Department = "a\\" OR Lamp = \\"overdue\\\\"',
  );
});

const row = (seq: number, lamp: Row['lamp'] = 'normal'): Row => ({
  workflow: `problem/x/${seq}`,
  rectification: 'rectification/x',
  seq,
  title: null,
  kind: null,
  stage: null,
  lamp,
  responsibleLeader: null,
  department: null,
  dueAt: null,
  dueOn: null,
  nextAt: null,
  round: null,
  incident: false,
  open: true,
});

test('changes are what appeared, what is another, and what is gone', () => {
  const changes = changesBetween([row(1), row(2), row(3)], [row(1), row(2, 'overdue'), row(4)]);
  expect(changes.map(({ kind, row: { seq } }) => `${kind} ${seq}`)).toEqual([
    'changed 2',
    'appeared 4',
    'gone 3',
  ]);
});

test('bounded work keeps the order and the bound', async () => {
  let underWay = 0;
  let most = 0;
  const doubled = await mapBounded([5, 4, 3, 2, 1], 2, async (item) => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, item));
    underWay -= 1;
    return item * 2;
  });
  expect(doubled).toEqual([10, 8, 6, 4, 2]);
  expect(most).toBe(2);
});
