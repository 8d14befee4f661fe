import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileJournal } from '../../../activities';
import { createRecord } from '../../../activities/record';
import { line } from '../ledger/open';

const failing = (error: Error) =>
  createRecord({ append: () => Promise.reject(error), read: () => Promise.resolve([]) });

test.each([
  [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), '台账的数据库没有应答'],
  [Object.assign(new Error('shutting down'), { code: '57P01' }), '台账的数据库没有应答'],
  [new Error('Connection terminated unexpectedly'), '台账的数据库没有应答'],
  [Object.assign(new Error('could not extend file'), { code: '53100' }), '磁盘已满'],
  [new Error('something else'), 'something else'],
])('a recording that fails says why, and is tried again: %s', async (error, words) => {
  const recording = failing(error)({ workflow: 'problem/r/1', lines: [] });
  await expect(recording).rejects.toMatchObject({ type: 'RecordFailed', nonRetryable: false });
  await expect(recording).rejects.toThrow(words);
});

const hasFullDevice = process.platform === 'linux';
(hasFullDevice ? test : test.skip)(
  'on a full disk nothing is recorded by half, and all of it when there is room',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggai-full-'));
    const file = join(folder, 'problem', 'r', '1.jsonl');
    mkdirSync(join(folder, 'problem', 'r'), { recursive: true });
    symlinkSync('/dev/full', file);
    const journal = createFileJournal(folder);
    const lines = [line(1), line(2)];
    const record = () => createRecord(journal)({ workflow: 'problem/r/1', lines });
    await expect(record()).rejects.toThrow('流转记录暂时写不进去：磁盘已满');
    rmSync(file);
    await record();
    expect(await journal.read('problem/r/1')).toEqual(lines);
    rmSync(folder, { recursive: true });
  },
);
