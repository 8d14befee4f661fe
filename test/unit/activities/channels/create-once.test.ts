import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { filesBelow, temporaryFolder } from './message';

const folder = temporaryFolder();
const program = join(folder, 'writer.cjs');

/** A process of its own that creates `0.md`, `1.md`, … in a folder, and says how often it was the first. */
beforeAll(() => {
  const source = join(__dirname, '../../../../activities/channels/create-once.ts');
  const { code } = transformFileSync(source, {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const main = `
    const [, , folder, count] = process.argv;
    const content = '始' + '整改'.repeat(100_000) + '终';
    (async () => {
      let created = 0;
      for (let at = 0; at < Number(count); at += 1) {
        if ((await exports.createOnce(folder + '/' + at + '.md', content)) === 'created') created += 1;
        if (at === 0) process.send('started');
      }
      process.send(created);
    })();`;
  writeFileSync(program, code + main);
});

const writer = (target: string, count: number): ChildProcess =>
  fork(program, [target, String(count)]);

async function created(child: ChildProcess): Promise<number> {
  for (;;) {
    const [said] = (await once(child, 'message')) as [unknown];
    if (typeof said === 'number') return said;
  }
}

test('of two processes that create the same files each file is created by one', async () => {
  const target = join(folder, 'race');
  const counts = await Promise.all([created(writer(target, 60)), created(writer(target, 60))]);
  expect(counts[0] + counts[1]).toBe(60);
  expect(await filesBelow(target)).toHaveLength(60);
});

test('a process killed at any instant leaves whole files only', async () => {
  for (let round = 0; round < 8; round += 1) {
    const target = join(folder, `kill-${round}`);
    const child = writer(target, 100_000);
    await once(child, 'message');
    await new Promise((resolve) => setTimeout(resolve, 7 * round));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const files = (await filesBelow(target)).filter((file) => !file.startsWith('.'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(join(target, file), 'utf8')).toMatch(/^始.*终$/);
  }
});

test('what a killed process left does not hinder the next', async () => {
  const target = join(folder, 'left');
  await created(writer(target, 1));
  writeFileSync(join(target, '.1.md.half.tmp'), '半');
  expect(await created(writer(target, 2))).toBe(1);
  expect(await readFile(join(target, '1.md'), 'utf8')).toMatch(/终$/);
});
