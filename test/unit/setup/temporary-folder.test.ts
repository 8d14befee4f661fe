import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTemporaryFolder } from '../../../setup/temporary-folder.js';

test('it is there while the work goes on, and gone with all that is in it when the work is done or fails', async () => {
  const works: readonly (() => Promise<string>)[] = [
    () => Promise.resolve('done'),
    () => Promise.reject(new Error('failed')),
  ];
  for (const work of works) {
    let folder = '';
    await withTemporaryFolder((given) => {
      folder = given;
      writeFileSync(join(folder, 'file'), '');
      return work();
    }).catch((error: unknown) => expect(error).toEqual(new Error('failed')));
    expect(folder).toContain('zhenggai-tests-');
    expect(existsSync(folder)).toBe(false);
  }
});

test('what a killed run has left is removed, what a living one uses stays', async () => {
  const of = (pid: number): string => join(tmpdir(), `zhenggai-tests-${pid}`);
  const [left, used] = [of(2 ** 30), of(process.ppid)];
  for (const folder of [left, used]) mkdirSync(join(folder, 'inner'), { recursive: true });
  await withTemporaryFolder(() => Promise.resolve());
  expect([existsSync(left), existsSync(used)]).toEqual([false, true]);
  rmSync(used, { recursive: true });
});
