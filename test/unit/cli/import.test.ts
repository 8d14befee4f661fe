/** A file read and corrected at the front door: what a person sees, the preview, the people, and what is then received. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFeedback, type ImportedFeedback } from '../../../documents';
import { ranIn } from './ran';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-import-'));
  writeFileSync(join(folder, '清单.csv'), rows.join('\n'));
  writeFileSync(join(folder, 'people.yaml'), people);
});
afterEach(() => rmSync(folder, { recursive: true }));

const zhenggai = (...args: readonly string[]) => ranIn(folder, args);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const rows = [
  '填报单位：云川县水务局,,,反馈时间：2026年3月2日',
  '序号,反馈问题,整改类型,整改措施,整改时限,责任领导,责任部门,经办人',
  '1,台账不清,限期整改,补记台账,2026年5月底,刘海燕,办公室,马琳',
  '2,接待审批不规范,立行立改,开展自查,尽快,刘海燕,办公室,钱进',
  '3,合同管理混乱,,修订办法,尽快,,,',
];

const people = `people:
  - { id: he-jing, name: 何静, roles: [整改办] }
  - { id: liu-haiyan, name: 刘海燕, roles: [责任领导] }
  - { id: sun-bin, name: 孙斌, roles: [责任部门负责人], department: 办公室 }
  - { id: ma-lin, name: 马琳, roles: [经办人], department: 办公室 }
  - { id: zhou-mingyuan, name: 周明远, roles: [主要负责人] }
`;

test('prints what was guessed, where and why, alike ones once, and what is missing', async () => {
  const { out, err, code } = await zhenggai('import', '清单.csv');
  expect(code).toBe(0);
  expect(out).toMatch(/云川县水务局，2026-03-02反馈，共3个问题/);
  expect(out).toMatch(
    /整改时限（2处）\n {4}清单.csv!E4、清单.csv!E5（第2-3项）：“尽快”看不出具体日期/,
  );
  expect(out).toMatch(/没有写的：\n {2}整改类型：第3项（共1项）；收文时按限期整改办理/);
  expect(err).toMatch(/--preview 预览.yaml/);
});

test('--json gives every field of each problem and the questions, and nothing that is not said', async () => {
  const { out } = await zhenggai('import', '清单.csv', '--json');
  const imported = JSON.parse(out) as ImportedFeedback;
  expect(imported.problems[2]).toMatchObject({
    responsibleLeaders: [],
    department: null,
    assisting: [],
    handlers: [],
    subFindings: [],
    kind: null,
    due: null,
  });
  expect(imported.questions).toEqual([
    { seq: 2, field: 'due', at: '清单.csv!E4', why: expect.stringContaining('尽快') as string },
    { seq: 3, field: 'due', at: '清单.csv!E5', why: expect.stringContaining('尽快') as string },
  ]);
});

test('a preview reads back as the same feedback, and is corrected by editing it', async () => {
  const made = await zhenggai('import', '清单.csv', '--preview', '预览.yaml');
  expect(made.err).toMatch(/✓ 预览 {2}预览.yaml（3个问题，2处要核对）/);
  const given = importFeedback(Buffer.from(rows.join('\n')), '清单.csv');
  const back = importFeedback(Buffer.from(read('预览.yaml')), '预览.yaml');
  expect({ ...back, warnings: given.warnings, questions: given.questions }).toEqual(given);
  const corrected = read('预览.yaml')
    .replace(/due: null/, 'due: 2026-04-10')
    .replace('钱进', '马琳');
  writeFileSync(join(folder, '预览.yaml'), corrected);
  const shown = await zhenggai(
    ...['receive', '预览.yaml', '--people', 'people.yaml', '--dry-run', '--json'],
  );
  const { reception } = JSON.parse(shown.out) as {
    reception: { problems: { due: string; assignment: { handlers: string[] } }[] };
  };
  expect(reception.problems[1]).toMatchObject({
    due: '2026-04-10',
    assignment: { handlers: ['ma-lin'], responsibleLeader: 'liu-haiyan', department: '办公室' },
  });
});

test('what is there is not written over unless told, and no draft is left', async () => {
  writeFileSync(join(folder, '预览.yaml'), '我的改动');
  const refused = await zhenggai('import', '清单.csv', '--preview', '预览.yaml');
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/预览.yaml 已存在.*--force/);
  expect(read('预览.yaml')).toBe('我的改动');
  await zhenggai('import', '清单.csv', '--preview', '预览.yaml', '--force');
  expect(read('预览.yaml')).toMatch(/台账不清/);
  const nowhere = await zhenggai('import', '清单.csv', '--preview', '没有/预览.yaml');
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toMatch(/没有这个文件夹/);
  expect(readdirSync(folder).sort()).toEqual(['people.yaml', '清单.csv', '预览.yaml'].sort());
});

test('before it starts, receive shows what is open and how to correct it', async () => {
  const known = rows.join('\n').replace('钱进', '马琳');
  writeFileSync(join(folder, '清单.csv'), known);
  const { err, code } = await zhenggai(
    ...['receive', '清单.csv', '--people', 'people.yaml', '--dry-run'],
  );
  expect(code).toBe(0);
  expect(err).toMatch(/请核对（2处拿不准）[\s\S]*清单.csv!E4[\s\S]*没有写的[\s\S]*--preview/);
});

test('people whom the list lacks stop receive, by name and place, with entries to add', async () => {
  const { err, code, out } = await zhenggai(
    ...['receive', '清单.csv', '--people', 'people.yaml', '--dry-run', '--json'],
  );
  expect(code).toBe(2);
  expect(err).toMatch(/people.yaml 里没有的人（1人）：\n {2}钱进：第2项经办人/);
  expect(err).toMatch(/- id: 钱进\n.*name: 钱进.*\n {4}roles: \[经办人\]\n {4}department: 办公室/);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'people', unknown: [{ name: '钱进' }] } });
});

test('the proposed list is one that the file is received with', async () => {
  const about = await zhenggai(
    ...['import', '清单.csv', '--people', 'people.yaml', '--propose-people', '人员.yaml'],
  );
  expect(about.out).toMatch(/钱进：第2项经办人/);
  expect(about.err).toMatch(/✓ 人员名单 {2}人员.yaml（新起草1人/);
  const { code, err } = await zhenggai(
    ...['receive', '清单.csv', '--people', '人员.yaml', '--dry-run'],
  );
  expect({ code, err }).toMatchObject({ code: 0 });
});

test('two people of one name are asked about, with their ids', async () => {
  const twin = '  - { id: ma-lin-2, name: 马琳, roles: [经办人], department: 财务科 }\n';
  writeFileSync(join(folder, 'people.yaml'), people + twin);
  const { err, code } = await zhenggai(
    'receive',
    '清单.csv',
    '--people',
    'people.yaml',
    '--dry-run',
  );
  expect(err).toMatch(/马琳：第1项经办人；名单中有 ma-lin（办公室）、ma-lin-2（财务科）/);
  expect(code).toBe(2);
});
