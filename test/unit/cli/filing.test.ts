import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sent } from '../../../client';
import { withFiled } from '../../../cli/filing';
import { problemEvents } from '../../../machines';
import { pdf } from '../ledger/evidence/bytes';
import { ranIn } from './ran';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-filing-'));
  writeFileSync(join(folder, '合同.pdf'), pdf('合同'));
  writeFileSync(join(folder, '说明.txt'), '已清理');
  mkdirSync(join(folder, '文件夹.pdf'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const server = { TEMPORAL_ADDRESS: '127.0.0.1:9', EVIDENCE_FOLDER: 'kept' };

const refused: Sent = {
  ...{ workflow: 'problem/r/1', commandId: 'c', outcome: 'refused' },
  refused: { kind: 'refused', why: [], accepts: [] },
};

function kept(): number {
  return readdirSync(join(folder, 'kept'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, 'kept', name)).isFile(),
  ).length;
}

async function filing(send: (filed: object) => readonly Sent[]): Promise<string> {
  let err = '';
  const context = {
    ...{ cwd: folder, env: server, out: () => undefined },
    err: (text: string) => void (err += text),
    now: () => '2026-11-23T01:00:00.000Z',
    signal: new AbortController().signal,
  };
  const typed = { evidence: ['合同.pdf', '说明.txt'] };
  await withFiled(problemEvents.submit.fields, typed, context, async (filed) => send(filed));
  return err;
}

test('files are in the store before anything is sent, and what is sent are hashes, names and sizes', async () => {
  let given: object = {};
  const err = await filing((filed) => {
    given = { ...filed, kept: kept() };
    return [{ ...refused, outcome: 'unknown' }];
  });
  const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
  expect(given).toEqual({
    evidence: [
      { sha256, name: '合同.pdf', size: 15 },
      { sha256, name: '说明.txt', size: 9 },
    ],
    kept: 2,
  });
  expect(err).toBe('');
});

test('where the command is refused, the files are kept and it says so', async () => {
  const err = await filing(() => [refused]);
  expect(err).toContain('佐证材料2个已存入');
  expect(err).toContain('这次没有用上');
  expect(kept()).toBe(2);
});

const submitting = ['submit', 'r/1', '--by', 'zhang-wei', '--text', '已完成'];
const submit = (file: string, env: Readonly<Record<string, string>> = server) =>
  ranIn(folder, [...submitting, '--evidence', file], env);

test.each([
  ['没有.pdf', 2, '没有文件 没有.pdf。'],
  ['文件夹.pdf', 2, '打不开'],
  ['脚本.sh', 2, '不是可以存入的类型。可存：pdf、ofd、doc、docx'],
])('%s is not sent, and it says why', async (file, code, why) => {
  writeFileSync(join(folder, '脚本.sh'), '#!/bin/sh');
  const ran = await submit(file);
  expect(ran.code).toBe(code);
  expect(ran.err).toContain(why);
});

test('nothing is read for a command that is written wrongly', async () => {
  const ran = await ranIn(
    folder,
    ['submit', 'r/1', '--by', 'zhang-wei', '--evidence', '合同.pdf'],
    server,
  );
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.err).toContain('--text');
  expect(readdirSync(folder)).not.toContain('kept');
});

test('too many files are said before one is stored', async () => {
  const many = Array.from({ length: 51 }, () => ['--evidence', '合同.pdf']).flat();
  const ran = await ranIn(folder, [...submitting, ...many], server);
  expect(ran.err).toContain('--evidence：过长；应为至多50项，每项为文件');
  expect(readdirSync(folder)).not.toContain('kept');
});

test('where nobody else would find the files, nothing is stored', async () => {
  const { TEMPORAL_ADDRESS } = server;
  expect((await submit('合同.pdf', { TEMPORAL_ADDRESS })).err).toContain('EVIDENCE_FOLDER');
  expect((await submit('合同.pdf', {})).err).toContain('没有找到正在运行的服务');
  expect(readdirSync(folder).sort()).toEqual(['合同.pdf', '文件夹.pdf', '说明.txt'].sort());
});

test('the limit can be set, and must be one', async () => {
  expect((await submit('合同.pdf', { ...server, EVIDENCE_MAX_MB: '0' })).err).toContain('1900');
  writeFileSync(join(folder, '大.pdf'), pdf('x'.repeat(1024 * 1024)));
  const ran = await submit('大.pdf', { ...server, EVIDENCE_MAX_MB: '1' });
  expect(ran.err).toContain('超过 1 MB');
});
