import { verdictOf } from '../../../setup/audit-verdict.js';

const advisory = (severity: string, id = 'GHSA-1') => ({
  ...{ severity, title: 'Prototype pollution', url: `https://example.org/${id}` },
});
const report = (...via: readonly (object | string)[]): string =>
  JSON.stringify({ vulnerabilities: { left: { name: 'left', via } } }, null, 2);

test.each(['high', 'critical'])(
  'a hole that is %s is named, with where to read of it',
  (severity) => {
    expect(verdictOf(report(advisory(severity)))).toEqual({
      ...{ kind: 'answered', others: 0 },
      severe: [`left（${severity}）：Prototype pollution https://example.org/GHSA-1`],
    });
  },
);

test('lesser ones are counted, and what is reached through another package is that one’s', () => {
  const output = `npm warn something\n${report(advisory('moderate'), advisory('low'), 'right')}\n`;
  expect(verdictOf(output)).toEqual({ kind: 'answered', severe: [], others: 2 });
});

test('what was looked at and does not concern us is passed over, and nothing else', () => {
  const output = report(advisory('high'), advisory('high', 'GHSA-2'));
  const { severe } = verdictOf(output, { 'https://example.org/GHSA-1': '只在浏览器中' }) as {
    readonly severe: readonly string[];
  };
  expect(severe).toHaveLength(1);
  expect(severe[0]).toContain('GHSA-2');
});

test.each([
  ['nothing', ''],
  ['an error', '{\n  "message": "405 Method Not Allowed",\n  "statusCode": 405\n}\n'],
  ['something that is cut off', '{\n  "vulnerabilities": {\n'],
])('a registry that answers %s has not answered', (_what, output) => {
  expect(verdictOf(output)).toEqual({ kind: 'unanswered' });
});

test('no holes are no holes', () => {
  const output = JSON.stringify({ vulnerabilities: {} }, null, 2);
  expect(verdictOf(output)).toEqual({ kind: 'answered', severe: [], others: 0 });
});
