import { wordDigest } from '../../../../activities/message';
import { digest, item, zhang } from './digest';

const overdue = { lamp: 'overdue', why: '整改时限已过（2026-11-20）' } as const;

describe('the subject', () => {
  test('counts what is in it, most urgent first', () => {
    const items = [item(1), item(2, overdue), item(3)];
    expect(wordDigest(digest({ items })).subject).toBe(
      '【整改提醒】3项：1项逾期、2项临近（云川县水务局）',
    );
  });

  test('says it once where all are alike', () => {
    expect(wordDigest(digest({ items: [item(1), item(2)] })).subject).toBe(
      '【整改提醒】2项临近（云川县水务局）',
    );
  });

  test('of red says so', () => {
    expect(wordDigest(digest({ red: true, items: [item(2, overdue)] })).subject).toBe(
      '【整改红灯】1项逾期（云川县水务局）',
    );
  });

  test('names every lamp', () => {
    const items = (['normal', 'approaching', 'behind', 'overdue'] as const).map((lamp, at) =>
      item(at, { lamp }),
    );
    expect(wordDigest(digest({ items })).subject).toBe(
      '【整改提醒】4项：1项逾期、1项滞后、1项临近、1项待办（云川县水务局）',
    );
  });

  test('is one line whatever people typed', () => {
    expect(wordDigest(digest({ unit: '云川县\r\nBcc: x\u0000水务局' })).subject).toBe(
      '【整改提醒】1项临近（云川县 Bcc: x 水务局）',
    );
  });
});

describe('the text', () => {
  test('greets by name and says of each item what to do next', () => {
    const { text } = wordDigest(
      digest({
        items: [
          item(7, {
            problem: { seq: 7, number: 3, title: '会议费报销\n手续不全' },
            role: 'office',
          }),
          item(2, { ...overdue, missed: ['距整改时限还有1天', '整改时限今日截止'] }),
        ],
      }),
    );
    expect(text).toBe(`张伟同志：

截至2026年11月23日，云川县水务局整改工作中下列事项请您办理或督促（2项：1项逾期、1项临近）：

1.【逾期】问题2：第2个问题的标题
   情况：整改时限已过（2026-11-20）
   此前应提醒：距整改时限还有1天；整改时限今日截止
   您的身份：经办人
   下一步：落实整改措施，报送完成情况和佐证材料
   查看办理：zhenggai view yunchuan-2026 2 --by zhang-wei

2.【临近】问题3（序号7）：会议费报销 手续不全
   情况：距整改时限还有3天（2026-11-26）
   您的身份：整改办
   下一步：落实整改措施，报送完成情况和佐证材料
   查看办理：zhenggai view yunchuan-2026 7 --by zhang-wei

本提醒由系统自动发出。已办理的，请及时报送或登记，亮灯情况随之更新。
`);
  });

  test('of red asks for action at once', () => {
    const { text } = wordDigest(digest({ red: true, items: [item(2, overdue)] }));
    expect(text).toContain('已亮红灯，请立即处理（1项逾期）：');
  });

  test('orders by lamp, then the rectification before its problems, then by problem', () => {
    const items = [
      item(12),
      item(3),
      item(0, { problem: null, wait: 'progress' }),
      item(9, overdue),
      item(4, { lamp: 'behind' }),
    ];
    const { text } = wordDigest(digest({ items }));
    const subjects = [...text.matchAll(/^\d+\.【(.*)】([^：\n]*)/gm)].map(
      ([, lamp = '', what = '']) => lamp + what,
    );
    expect(subjects).toEqual([
      '逾期问题9',
      '滞后问题4',
      '临近整改工作整体',
      '临近问题3',
      '临近问题12',
    ]);
  });

  test('hints at the whole rectification where no problem is meant, in words a shell takes', () => {
    const { text } = wordDigest(
      digest({ rectification: "2026 云川's", items: [item(0, { problem: null })] }),
    );
    expect(text).toContain(String.raw`zhenggai view '2026 云川'\''s' --by zhang-wei`);
  });

  test('shows no address of anybody', () => {
    const channels = [{ channel: 'email', address: 'zhang@example.org' }];
    const { subject, text } = wordDigest(digest({ person: { ...zhang, channels } }));
    expect(subject + text).not.toContain('example.org');
  });

  test('is the same for the same digest, whose items it leaves in their order', () => {
    const items = Object.freeze([item(2), item(1, overdue)]);
    expect(wordDigest(digest({ items }))).toEqual(wordDigest(digest({ items })));
  });
});
