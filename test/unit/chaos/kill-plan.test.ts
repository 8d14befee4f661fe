import { databaseNames, killPlan } from '../../../chaos/recording/kill-plan';
import { fileOf, lineOf, workflows } from '../../../chaos/recording/lines';

test('two hundred kills are a hundred on either database, of every kind it can have', () => {
  const plan = killPlan(7, 200, databaseNames);
  const kinds = (name: string) =>
    plan.filter(({ database }) => database === name).map(({ kind }) => kind);
  expect(kinds('PGlite')).toHaveLength(100);
  expect(kinds('PostgreSQL')).toHaveLength(100);
  expect(new Set(kinds('PGlite')).size).toBe(3);
  expect(new Set(kinds('PostgreSQL')).size).toBe(6);
});

test('the same seed plans the same kills, another seed others', () => {
  expect(killPlan(7, 30, databaseNames)).toEqual(killPlan(7, 30, databaseNames));
  expect(killPlan(7, 30, databaseNames)).not.toEqual(killPlan(8, 30, databaseNames));
});

test('where there is one database only, all kills are on it', () => {
  expect(killPlan(7, 9, ['PGlite']).map(({ database }) => database)).toEqual(
    Array(9).fill('PGlite'),
  );
});

test('a line can be told from its seed, workflow and number, and names the file that is filed with it', () => {
  const problem = workflows.find((workflow) => workflow.startsWith('problem/')) ?? '';
  expect(lineOf(1, problem, 4)).toEqual(lineOf(1, problem, 4));
  expect(lineOf(1, problem, 4)).not.toEqual(lineOf(2, problem, 4));
  const { content, name } = fileOf(1, problem, 4) ?? {};
  expect(lineOf(1, problem, 4)).toMatchObject({
    fields: { evidence: [{ name, size: content?.length }] },
  });
});
