import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileJournal, createLedgerJournal } from '../../../activities';
import { line, openTestLedger, type Opened } from '../ledger/open';

let opened: Opened;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-journal-'));
  opened = await openTestLedger();
}, 120_000);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const lines = [1, 2, 3, 4].map((sequence) => line(sequence));

test('a ledger that is new is given what the files have, when the next line comes', async () => {
  const files = createFileJournal(folder);
  await files.append('problem/old/1', lines.slice(0, 3));
  const journal = createLedgerJournal(files, opened.ledger);
  await journal.append('problem/old/1', lines.slice(3));
  expect(await opened.ledger.read('problem/old/1')).toEqual(lines);
  expect(await journal.read('problem/old/1')).toEqual(lines);
});

test('a ledger that is down holds the recording up, and catches up in order when it is back', async () => {
  const files = createFileJournal(folder);
  let isDown = true;
  const journal = createLedgerJournal(files, {
    read: (workflow) => opened.ledger.read(workflow),
    append: (workflow, own) =>
      isDown
        ? Promise.reject(new Error('connection refused'))
        : opened.ledger.append(workflow, own),
  });
  await expect(journal.append('problem/down/1', lines.slice(0, 2))).rejects.toThrow('refused');
  expect(await files.read('problem/down/1')).toEqual(lines.slice(0, 2));
  isDown = false;
  await journal.append('problem/down/1', lines.slice(0, 2));
  await journal.append('problem/down/1', lines.slice(2));
  expect(await opened.ledger.read('problem/down/1')).toEqual(lines);
  expect((await opened.ledger.verify()).faults).toEqual([]);
});

test('a gap that the files cannot fill either stays an error', async () => {
  const elsewhere = mkdtempSync(join(folder, 'other-'));
  const journal = createLedgerJournal(createFileJournal(elsewhere), opened.ledger);
  await expect(journal.append('problem/lost/1', lines.slice(2))).rejects.toThrow('up to 0');
});
