import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliContext } from '../../../cli/command';
import { ranIn, type Ran } from './ran';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const zhenggai = (args: readonly string[], env?: CliContext['env']): Promise<Ran> =>
  ranIn(folder, args, env);

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const list = `unit: 云川县水务局
feedbackOn: 2026-11-02
problems:
  - { title: 固定资产台账不清, kind: 限期整改, department: 财务科, due: 2026-12-20 }
  - { title: 公务接待审批不规范, kind: 立行立改 }
`;

const noStack = /\n\s+at /;

describe('wrong use is exit code 2, in Chinese, without a stack trace', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown command', ['acept', '1'], /没有 acept 这个命令.*accept/],
    ['an unknown option', ['list', '--lamps'], /没有 --lamps 这个选项.*--lamp/],
    ['a missing argument', ['import'], /没有写明文件/],
    ['a missing problem', ['accept', '--by', 'a'], /没有写明问题/],
    ['an option without its value', ['list', '--person'], /--person 后面没有写内容/],
    ['a lamp that there is not', ['list', '--lamp', '紫'], /--lamp 没有“紫”.*红灯/],
    ['nobody who decided', ['accept', '1'], /没有署名.*--by/],
    [
      'a date that does not exist',
      ['suspend', '1', '--by', 'a', '--reason', 'x', '--until', '2026-02-30'],
      /--until：应为日历上存在的日期/,
    ],
    ['a target that is none', ['accept', '第一项', '--by', 'a'], /不是问题的编号/],
    [
      'a basis without a recorder',
      ['accept', '1', '--by', 'a', '--basis', 'minutes'],
      /--basis 须与 --recorded-by/,
    ],
    [
      'a recorder without a basis',
      ['accept', '1', '--by', 'a', '--recorded-by', 'b'],
      /须用 --basis/,
    ],
    [
      'an unknown basis',
      ['accept', '1', '--by', 'a', '--recorded-by', 'b', '--basis', '口头'],
      /不是“口头”/,
    ],
    ['a file that is not there', ['import', '没有.txt'], /没有文件 没有.txt/],
    ['a folder for a file', ['import', '.'], /打不开/],
    ['reassigning everything of nobody', ['reassign', '--by', 'a'], /--from 和 --to/],
  ])('%s', async (_what, args, words) => {
    const { code, out, err } = await zhenggai(args);
    expect(err).toMatch(words);
    expect(err).not.toMatch(noStack);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('files that cannot be taken in are exit code 2 and say why', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'empty.txt', /文件是空的/],
    ['a binary file', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0]), 'b.bin', /./],
    ['a file without problems', '今天天气很好。\n', 'weather.txt', /./],
    ['a list with a field nobody knows', `${list}x: 1\n`, 'x.yaml', /第6行/],
    ['a list with a bad date', list.replace('2026-12-20', '2026-12-40'), 'date.yaml', /第4行/],
  ])('%s', async (_what, content, name, words) => {
    const { code, err } = await zhenggai(['receive', file(name, content)]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(noStack);
    expect(code).toBe(2);
  });

  test('a handler whom nobody knows is refused before anything starts', async () => {
    const content = list.replace('department: 财务科', 'department: 财务科, handlers: [张三]');
    const { code, err } = await zhenggai(['receive', file('unknown.yaml', content)]);
    expect(err).toMatch(/没有的人（1人）：\n {2}张三：第1项经办人/);
    expect(code).toBe(2);
  });

  test('who receives must be of the office', async () => {
    const name = file('list.yaml', list);
    expect((await zhenggai(['receive', name, '--by', '张三'])).err).toMatch(/没有“张三”/);
    expect((await zhenggai(['receive', name, '--by', 'handler'])).err).toMatch(/不是整改办人员/);
  });

  test('mistakes of policy and people come with their lines', async () => {
    const name = file('list.yaml', list);
    const policy = file('policy.yaml', 'name: 试\nversion: "1"\nplanMonths: 零\n');
    const bad = await zhenggai(['receive', name, '--policy', policy]);
    expect(bad).toMatchObject({ code: 2 });
    expect(bad.err).toMatch(/第3行 planMonths/);
    const people = file('people.yaml', 'people:\n  - id: a\n    name: 甲\n    roles: [局长]\n');
    const worse = await zhenggai(['receive', name, '--people', people]);
    expect(worse).toMatchObject({ code: 2 });
    expect(worse.err).toMatch(/第4行/);
  });

  test('an id that reads as a number is refused', async () => {
    const { code, err } = await zhenggai(['receive', file('list.yaml', list), '--id', '5-9']);
    expect(err).toMatch(/“5-9”不能用/);
    expect(code).toBe(2);
  });
});

describe('what files hold', () => {
  test('GBK, and UTF-8 with a mark, read as plain UTF-8 does', async () => {
    const plain = await zhenggai(['import', file('plain.yaml', list), '--json']);
    const marked = await zhenggai(['import', file('bom.yaml', `\ufeff${list}`), '--json']);
    expect(JSON.parse(marked.out).problems).toEqual(JSON.parse(plain.out).problems);
    expect(plain.code).toBe(0);
    const gbk = Uint8Array.from([
      ...Buffer.from('unit: '),
      0xcb,
      0xae,
      0xce,
      0xf1,
      0xbe,
      0xd6,
      ...Buffer.from('\nfeedbackOn: 2026-11-02\nproblems:\n  - title: '),
      0xd5,
      0xcb,
      0x0a,
    ]);
    const read = await zhenggai(['import', file('gbk.yaml', gbk), '--json']);
    expect(JSON.parse(read.out).unit).toBe('水务局');
  });

  test('--json gives the import and nothing else', async () => {
    const { out, err } = await zhenggai(['import', file('plain.yaml', list), '--json']);
    expect(err).toBe('');
    expect(Object.keys(JSON.parse(out))).toEqual(
      expect.arrayContaining(['unit', 'feedbackOn', 'problems', 'warnings']),
    );
  });

  test('what would be started is shown without a server', async () => {
    const ran = await zhenggai(['receive', file('plain.yaml', list), '--dry-run']);
    expect(ran).toMatchObject({ code: 0, out: '' });
    expect(ran.err).toMatch(
      /共2个问题[\s\S]*立行立改1个、限期整改1个[\s\S]*2026-12-02 {2}整改方案时限/,
    );
    expect(ran.err).toMatch(/占位人员/);
  });

  test('dates that are past already are pointed out', async () => {
    const content = list.replace('2026-12-20', '2026-11-20');
    const { err } = await zhenggai(['receive', file('past.yaml', content), '--dry-run']);
    expect(err).toMatch(/第1项（共1个）的时限已过/);
    expect(err).toMatch(/2026-11-20 {2}最早的指定时限（已过）/);
  });
});

describe('a server that does not answer is exit code 3', () => {
  test('no server is known', async () => {
    const { code, err } = await zhenggai(['list']);
    expect(err).toMatch(/没有找到正在运行的服务.*zhenggai up/);
    expect(code).toBe(3);
  });

  test('nothing listens', async () => {
    const { code, err, out } = await zhenggai(['show', '1', '--json'], {
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    });
    expect(err).toMatch(/127\.0\.0\.1:1 在5秒内没有应答/);
    expect(JSON.parse(out).error.code).toBe('unreachable');
    expect(code).toBe(3);
  });

  test('something listens and never answers', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const since = Date.now();
    const { code } = await zhenggai(['list'], { TEMPORAL_ADDRESS: `127.0.0.1:${port}` });
    silent.close();
    expect(code).toBe(3);
    expect(Date.now() - since).toBeLessThan(10_000);
  });
});

test('the help of every command has an example', async () => {
  const { out } = await zhenggai(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z][a-z-]+) {2,}/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(50);
  const without: string[] = [];
  for (const name of names) {
    const help = await zhenggai([name, '--help']);
    expect(help.code).toBe(0);
    if (!/示例：\n {2}.*zhenggai /.test(help.out)) without.push(name);
  }
  expect(without).toEqual([]);
});
