/** Files read and written in threads of their own: whoever asks is not held up, and too much ends there. */
import { utils, write } from '@e965/xlsx';
import { ImportError, type ImportedFeedback } from '../../../../documents';
import { deskApart, type Bounds } from '../../../../web/desk/desk-apart';
import { threadSeconds } from '../../thread-seconds';

const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
const bounds: Bounds = { readSeconds: 60, writeSeconds: 60, megabytes: 1024 };

const rows = Array.from({ length: 1500 }, (_none, at) => [
  ...[at + 1, `第${at + 1}个问题：往来款长期挂账未清理`, '限期整改', '逐笔核对，提出处理意见'],
  ...['2026年12月底', '刘海燕', '财务审计科', '张伟'],
]);
const head = [
  '序号',
  '反馈问题',
  '整改类型',
  '整改措施',
  '整改时限',
  '责任领导',
  '责任部门',
  '经办人',
];

function large(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows]), '问题');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const people = Array.from({ length: 1000 }, (_none, at) => ({
  ...{ id: `p${at}`, name: `某${at}`, roles: ['handler'] as const, department: '财务审计科' },
  ...{ deputies: [], channels: [] },
}));

/** The longest that this thread worked without letting anybody else in, seconds, while `work` goes on. */
async function longestHeld(work: () => Promise<unknown>): Promise<number> {
  let [longest, before] = [0, threadSeconds()];
  const look = (): void => {
    const now = threadSeconds();
    [longest, before] = [Math.max(longest, now - before), now];
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return longest;
}

describe('a large workbook', () => {
  it('is read and written without holding up the thread that asks', async () => {
    const desk = deskApart(nowhere, bounds);
    const file = { name: '清单.xlsx', bytes: large() };
    let read = '';
    const held = await longestHeld(async () => {
      const [json, form] = await Promise.all([desk.read(file), desk.form(people)]);
      expect(form.length).toBeGreaterThan(10_000);
      read = json;
    });
    expect(held).toBeLessThan(0.05);
    expect((JSON.parse(read) as ImportedFeedback).problems).toHaveLength(1500);
  });
});

describe('a file that asks too much', () => {
  const refused = (over: Partial<Bounds>) =>
    deskApart(nowhere, { ...bounds, ...over }).read({ name: '清单.xlsx', bytes: large() });

  it.each([
    ['of time', { readSeconds: 0.05 }],
    ['of memory', { megabytes: 12 }],
  ])('%s is refused as too large, and nobody else is the worse for it', async (_what, over) => {
    await expect(refused(over)).rejects.toMatchObject({
      name: 'ImportError',
      code: 'file-too-large',
    });
  });
});

it('a file that cannot be taken in is refused as where it is read at once', async () => {
  const reading = deskApart(nowhere, bounds).read({ name: '空.txt', bytes: new Uint8Array() });
  await expect(reading).rejects.toBeInstanceOf(ImportError);
  await expect(reading).rejects.toMatchObject({ code: 'file-empty', message: /文件是空的/ });
});

it('what fails in a thread fails where it was asked for', async () => {
  const asked = { name: 'ledger', id: 'water', at: null, now: '2026-11-02T00:00:00.000Z' } as const;
  const author = {} as never;
  await expect(
    deskApart(nowhere, bounds).write({ ...asked, author, problems: null, only: null }),
  ).rejects.toThrow(/ECONNREFUSED/);
});
