import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileOutbox } from '../../../../activities/channels/file-outbox';
import { at, filesBelow, message, temporaryFolder } from './message';

const later = '2026-11-23T02:00:00.000Z';

/** An outbox whose clock moves on with every look. */
function outbox() {
  const folder = join(temporaryFolder(), 'not', 'there', 'yet');
  const instants = [at, later];
  return { folder, channel: createFileOutbox({ folder, now: () => instants.shift() ?? later }) };
}

test('a message is one readable file in the folder of its day', async () => {
  const { folder, channel } = outbox();
  const to = { channel: 'outbox', address: '张伟: 转#', person: 'zhang-wei', name: '张伟' };
  const delivery = await channel.send(message({ to }));
  expect(delivery).toMatchObject({ channel: 'outbox', outcome: 'sent', at, key: message().key });
  expect(delivery.detail).toMatch(/^2026-11-23\/rectification-云川-.*\.md$/);
  expect(await readFile(join(folder, delivery.detail), 'utf8')).toBe(`---
key: rectification/云川-2026/zhang-wei/2026-11-23/email
person: zhang-wei
to: "张伟: 转#"
subject: 【整改提醒】1项临近（云川县水务局）
at: ${at}
---

张伟同志：

距整改时限还有3天。
`);
});

test('the same key sent again is answered with the instant of the first', async () => {
  const { folder, channel } = outbox();
  const first = await channel.send(message());
  const second = await channel.send(message({ text: '另一段文字' }));
  expect(second).toEqual({ ...first, outcome: 'alreadySent' });
  expect(await readFile(join(folder, first.detail), 'utf8')).not.toContain('另一段文字');
});

test('two sends of one key at once make one file, and the second is told', async () => {
  const { folder, channel } = outbox();
  const both = await Promise.all([channel.send(message()), channel.send(message())]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['alreadySent', 'sent']);
  expect(await filesBelow(folder)).toHaveLength(1);
});

test('different keys are different files', async () => {
  const { folder, channel } = outbox();
  await channel.send(message({ key: 'a/b' }));
  await channel.send(message({ key: 'a-b' }));
  expect(await filesBelow(folder)).toHaveLength(2);
});

test('a file whose head people have rewritten still counts as sent', async () => {
  const { folder, channel } = outbox();
  const { detail } = await channel.send(message());
  await writeFile(join(folder, detail), '已处理');
  expect(await channel.send(message())).toMatchObject({ outcome: 'alreadySent', at: later });
});

test('a folder that cannot be written is thrown, and nothing is left behind', async () => {
  const folder = temporaryFolder();
  await writeFile(join(folder, '2026-11-23'), 'a file where the day belongs');
  const channel = createFileOutbox({ folder, now: () => at });
  await expect(channel.send(message())).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(await filesBelow(folder)).toEqual(['2026-11-23']);
});
