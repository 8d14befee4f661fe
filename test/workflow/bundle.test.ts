import { workflowBundle } from './bundles';

let code: string;
beforeAll(async () => {
  ({ code } = await workflowBundle());
});

test('the bundle names the modules it holds', () => {
  expect(modules('xstate')).not.toHaveLength(0);
});

test.each(['zod', 'chinese-days', 'yaml', 'nodemailer', 'commander'])(
  'the bundle holds no %s',
  (name) => {
    expect(modules(name)).toEqual([]);
  },
);

test('the bundle holds no calendar data', () => {
  expect(code).not.toContain('National Day');
  expect(code).not.toContain('国庆节');
});

test("the bundle holds XState's production build", () => {
  expect(modules('xstate').filter((path) => path.includes('development'))).toEqual([]);
});

function modules(name: string): readonly string[] {
  return [...code.matchAll(new RegExp(`node_modules/${name}/[\\w./-]+`, 'g'))].map(
    ([path]) => path,
  );
}
