import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkArchive } from '../../../../ledger/archive/check-archive';
import { archiveEntries, contentOf, writeArchive } from '../../../../ledger/archive/archive-file';
import { aboutName, aboutOf, manifestName } from '../../../../ledger/archive/manifest';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'zhenggai-tar-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const about = (more: object = {}) =>
  contentOf(aboutName, JSON.stringify({ ...aboutOf('backup', null, '2026-11-23'), ...more }));

async function written(name: string, ...contents: readonly ReturnType<typeof contentOf>[]) {
  const file = join(folder, name);
  const all = async function* () {
    for (const content of contents) yield await Promise.resolve(content);
  };
  await writeArchive(file, all(), (entries) =>
    contentOf(manifestName, JSON.stringify({ entries })),
  );
  return file;
}

const long = '满'.repeat(50_000);

test('entries come back in order with their bytes, also where one is not read', async () => {
  const file = await written(
    'order',
    contentOf('a', ''),
    contentOf('b', long),
    contentOf('c', 'x'),
  );
  const found: string[] = [];
  for await (const { name, size, content } of archiveEntries(file)) {
    found.push(`${name} ${size}`);
    if (name !== 'c') continue;
    for await (const chunk of content) found.push(chunk.toString());
  }
  expect(found.slice(0, 4)).toEqual(['a 0', 'b 150000', 'c 1', 'x']);
});

const hasTar = spawnSync('tar', ['--version']).status === 0;
(hasTar ? test : test.skip)('the system’s own tar unpacks it', async () => {
  const file = await written('plain', contentOf('evidence/x', long), contentOf('b', '1'));
  const list = execFileSync('tar', ['tzf', file], { encoding: 'utf8' });
  expect(list.trim().split('\n')).toEqual(['evidence/x', 'b', manifestName]);
  expect(execFileSync('tar', ['xzOf', file, 'evidence/x'], { encoding: 'utf8' })).toBe(long);
});

test('a newer version’s archive is refused by what is new in it', async () => {
  for (const [name, more, detail] of [
    ['format', { format: 2 }, 'format 2'],
    ['schema', { migrations: ['0001-record', '0999-new'] }, '0999-new'],
  ] as const)
    await expect(checkArchive(await written(name, about(more)))).rejects.toMatchObject({
      ...{ why: 'newer', detail },
    });
});

test('what is no archive of ours is refused as that', async () => {
  const foreign = await written('foreign', contentOf('letter.txt', 'x'));
  const text = join(folder, 'text');
  writeFileSync(text, '不是压缩文件');
  for (const file of [foreign, text])
    await expect(checkArchive(file)).rejects.toMatchObject({ why: 'notArchive' });
  const zipped = join(folder, 'zipped');
  writeFileSync(zipped, gzipSync('不是归档'.repeat(200)));
  await expect(checkArchive(zipped)).rejects.toMatchObject({ why: 'damaged' });
});

test('a file of evidence that is not what it is called is refused', async () => {
  const file = await written('called', about(), contentOf(`evidence/${'ab'.repeat(32)}`, 'x'));
  await expect(checkArchive(file)).rejects.toMatchObject({ why: 'damaged' });
});

test('an archive that cannot be written leaves nothing behind', async () => {
  const writing = written(join('nowhere', 'x'), about());
  await expect(writing).rejects.toMatchObject({ code: 'ENOENT' });
});
