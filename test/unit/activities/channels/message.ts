/** A message for tests, and folders that vanish with the test run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../../../activities/channels/channel';
import type { SummaryItem } from '../../../../activities/message';

export const at = '2026-11-23T01:00:00.000Z';

export function message(rest: Partial<Message> = {}): Message {
  return {
    key: 'rectification/云川-2026/zhang-wei/2026-11-23/email',
    day: '2026-11-23',
    to: { channel: 'email', address: 'zhang@example.org', person: 'zhang-wei', name: '张伟' },
    subject: '【整改提醒】1项临近（云川县水务局）',
    text: '张伟同志：\n\n距整改时限还有3天。\n',
    red: false,
    summary: {
      ...{ rectification: '云川-2026', unit: '云川县水务局', counts: '1项临近' },
      items: [summaryItem(1)],
    },
    ...rest,
  };
}

export function summaryItem(seq: number, rest: Partial<SummaryItem> = {}): SummaryItem {
  return {
    ...{ seq, lamp: 'approaching', lampTerm: '临近', about: `问题${seq}：第${seq}个问题的标题` },
    ...{ why: '距整改时限还有3天', todo: '落实整改措施', role: 'handler', link: null },
    ...rest,
  };
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder, removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-channels-'));
  folders.push(folder);
  return folder;
}

/** Every file below, hidden ones too, relative and in order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
