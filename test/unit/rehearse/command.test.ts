import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { CliFailure, type CliContext } from '../../../cli/command';
import { register } from '../../../cli/commands/rehearse';

const root = join(__dirname, '..', '..', '..');

async function run(...args: readonly string[]): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  const context: CliContext = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    env: {},
    cwd: root,
    now: () => '2026-11-23T00:00:00.000Z',
    signal: new AbortController().signal,
  };
  const program = new Command('zhenggai')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  register(program, context);
  await program.parseAsync(
    ['rehearse', 'sample/feedback.yaml', '--people', 'sample/people.yaml', ...args],
    { from: 'user' },
  );
  return said;
}

const scenario = ['--scenario', 'sample/scenario.yaml'] as const;

test('prints days in order, with what is alike in one line, and where everything ends', async () => {
  const { out } = await run(...scenario, '--until', '2026-03-16');
  expect(out).toContain(
    '云川县水务局：预演 2026-03-02 至 2026-03-16（大体按时，一项逾期后转入持续整改）',
  );
  expect(out).toContain('2026-03-04 星期三\n  10:00  办理  问题1、3-4  王强  领办');
  expect(out).toContain(
    '09:00  提醒  问题10-11  经办人 马琳、责任部门负责人 孙斌  距整改时限还有7天（2026-03-23）',
  );
  expect(out).toContain('09:01  送达  马琳  提醒汇总，2项');
  expect(out).toMatch(/^1 +农村供水工程.*待方案获批 +正常 +正在整改 +2026-08-12$/m);
});

test('runs a year where nothing else is asked for', async () => {
  const { out } = await run();
  expect(out).toContain('预演 2026-03-02 至 2027-03-02（无人办理）');
  expect(out).toContain(
    '集中整改期满时：已完成整改0项、阶段性完成并需长期坚持0项、正在整改0项、未完成12项',
  );
});

test('with an opening everything is under way the day after, and the ladder of the work is seen', async () => {
  const { out } = await run('--opening', '--until', '2026-08-21');
  expect(out).toContain('（审定方案后无人办理）');
  expect(out).toContain('15:00  办理  整改总体  徐志远  审定整改方案');
  expect(out).toContain('已逾期7个工作日（整改时限2026-08-12）');
  expect(out).not.toContain('未被接受');
});

test('gives programs JSON and nothing else', async () => {
  const { out } = await run(...scenario, '--until', '2026-03-04', '--json');
  const { timetable, problems } = JSON.parse(out) as Record<string, readonly object[]>;
  expect(timetable).toContainEqual({
    at: '2026-03-04 10:00',
    kind: 'decision',
    problem: { seq: 10, title: expect.any(String) as unknown },
    to: [{ id: 'sun-bin', name: '孙斌', role: null }],
    why: '领办',
    lamp: null,
  });
  expect(problems).toHaveLength(12);
});

test('takes over in mid-life what a file states as it is', async () => {
  const { out } = await run('--as-is', '--until', '2026-03-16', '--json');
  const { problems } = JSON.parse(out) as { problems: readonly { stage: string }[] };
  expect(new Set(problems.map(({ stage }) => stage))).toEqual(new Set(['rectifying']));
});

test('refuses a scenario with mistakes, naming the lines', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'bad.yaml');
  writeFileSync(file, 'steps:\n  - { on: 2026-13-01, event: submit, by: ma-lin }\n');
  const failed = run('--scenario', file);
  await expect(failed).rejects.toThrow(CliFailure);
  await expect(failed).rejects.toThrow('第2行 steps[0].on：应是存在的日期');
});

test.each([
  ['--until', '2026-02-30'],
  ['--from', '3月2日'],
])('refuses %s %s', async (option, value) => {
  await expect(run(option, value)).rejects.toThrow('应为存在的日期');
});

test('refuses an end before the beginning', async () => {
  await expect(run('--until', '2026-01-01')).rejects.toThrow('早于 2026-03-02');
});
