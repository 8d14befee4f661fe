/** Reading a policy file: what it may leave out, and how its mistakes are named. */
import { PolicyError } from '../../../../domain/policy-error';
import { readPolicy } from '../../../../domain/policy-schema';
import { defaultPolicy } from './default-policy';

const own = "name: 本单位规则\nversion: '3'\n";
const read = (text: string) => readPolicy(own + text, 'policy.yaml', defaultPolicy);

/** The lines of the error, its heading left out. */
const mistakes = (text: string, base: typeof defaultPolicy | null = defaultPolicy): string[] => {
  try {
    readPolicy(text, 'policy.yaml', base);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.message.split('\n').slice(1);
  }
  return [];
};

describe('a policy file says only what differs', () => {
  test('and takes the rest from the default policy', () => {
    expect(read('concentratedMonths: 3')).toEqual({
      ...defaultPolicy,
      name: '本单位规则',
      version: '3',
      concentratedMonths: 3,
    });
  });

  test('within a field too', () => {
    const policy = read('review: { workingDays: 5 }\nreviewRoom: { 3: 8 }');
    expect(policy.review).toEqual({ ...defaultPolicy.review, workingDays: 5 });
    expect(policy.reviewRoom).toEqual({ 2: 5, 3: 8, 6: 15 });
  });

  test('while a list or null stands for itself as a whole', () => {
    const policy = read('extension: { chain: [principal] }\nladders: { work: { weekly: null } }');
    expect(policy.extension).toEqual({ limit: 2, chain: ['principal'] });
    expect(policy.ladders.work).toEqual({ ...defaultPolicy.ladders.work, weekly: null });
  });

  test('with roles in Chinese if it likes', () => {
    const { review } = read('review: { chain: [责任领导, 整改办, 巡察办] }');
    expect(review.chain).toEqual(['responsibleLeader', 'office', 'supervisor']);
  });

  test('but has a name and a version of its own', () => {
    expect(mistakes('planMonths: 1')).toEqual([
      '  第1行 name：缺少，应填文字',
      '  第1行 version：缺少，应填文字',
    ]);
  });

  test('and leaves the default policy as it is', () => {
    const before = JSON.stringify(defaultPolicy);
    read('ladders: { work: { monthly: null } }');
    expect(JSON.stringify(defaultPolicy)).toBe(before);
  });
});

test('without a default policy every field must be there', () => {
  const found = mistakes(own, null);
  expect(found).toContain('  第1行 ladders：缺少，应填若干“字段: 值”');
  expect(found).toContain('  第1行 planMonths：缺少，应填1到120的整数');
  expect(found).toHaveLength(20);
});

describe('a mistake is named by line and field', () => {
  test.each([
    ['an unknown field', 'planMonth: 1', '第3行：不认识的字段“planMonth”，请删去或改正'],
    [
      'an unknown field within another',
      'upkeep:\n  everyMonths: 3\n  every: 3',
      '第5行 upkeep：不认识的字段“every”，请删去或改正',
    ],
    ['a wrong type', 'planMonths: 一个月', '第3行 planMonths：应是1到120的整数'],
    ['half a day', 'returnWorkingDays: 2.5', '第3行 returnWorkingDays：应是1到750的整数'],
    ['no days', 'acceptanceWorkingDays: 0', '第3行 acceptanceWorkingDays：应是1到750的整数'],
    ['an unheard-of period', 'concentratedMonths: 4', '第3行 concentratedMonths：只能是2、3、6'],
    [
      'negative room for review',
      'reviewRoom:\n  2: 5\n  3: -1',
      '第3行 reviewRoom.3：应是0到750的整数',
    ],
    ['a time that is none', "sendAt: '9:00'", '第3行 sendAt：应是 HH:MM，如 09:00'],
    ['a time past midnight', "sendAt: '24:00'", '第3行 sendAt：应是 HH:MM，如 09:00'],
    [
      'time that stands still',
      'timeScale: { daySeconds: 0 }',
      '第3行 timeScale.daySeconds：应大于0',
    ],
    [
      'a field written twice',
      'planMonths: 1\nplanMonths: 2',
      '第4行：同一个字段写了两次，请删去一个',
    ],
    ['a list for fields', 'upkeep: []', '第3行 upkeep：应是若干“字段: 值”'],
    [
      'negative days before',
      'ladders: { work: { before: [{ days: -1, audience: [handler] }] } }',
      '第3行 ladders.work.before[0].days：应是0到1100的整数',
    ],
    [
      'an empty audience',
      'ladders:\n  work:\n    monthly:\n      audience: []',
      '第6行 ladders.work.monthly.audience：提醒至少要有一个对象',
    ],
    ['an empty chain', 'review: { chain: [] }', '第3行 review.chain：至少要有一级'],
  ])('%s', (_what, text, expected) => {
    const found = mistakes(own + text).map((line) => line.trim());
    expect(found).toEqual([expected]);
  });

  test('all of them at once, under the file’s name', () => {
    expect(() => read('planMonths: x\nreportMonths: x')).toThrow(
      '整改规则 policy.yaml 有2处错误：\n  第3行 planMonths：',
    );
  });

  test('for programs too', () => {
    const error = new PolicyError('p.yaml', [{ line: 2, path: 'name', message: '缺少' }]);
    expect(error).toMatchObject({ name: 'PolicyError', file: 'p.yaml' });
  });
});

describe('a policy whose parts do not go together is refused', () => {
  const work = (text: string) => `ladders: { work: { ${text} } }`;
  const rung = (days: number, audience = '[handler]') => `{ days: ${days}, audience: ${audience} }`;
  const late = (...days: number[]) =>
    `after: [${days.map((each) => `{ workingDays: ${each}, audience: [handler] }`).join(', ')}]`;

  test.each([
    [
      'a day before twice',
      work(`before: [${rung(7)}, ${rung(3)}, ${rung(7)}]`),
      'ladders.work.before[2].days：提前7天的提醒写了两次',
    ],
    [
      'days after that do not ascend',
      work(late(1, 3, 3)),
      'ladders.work.after[2].workingDays：应从近到远：须大于上一级的3',
    ],
    [
      'no reminder at all',
      'ladders: { acceptance: { before: [], after: [] } }',
      'ladders.acceptance：时限前后都没有提醒',
    ],
    [
      'somebody told twice at once',
      work(`before: [${rung(7, '[handler, 经办人]')}]`),
      'ladders.work.before[0].audience[1]：经办人写了两次',
    ],
    [
      'weekly reminders that begin too early',
      work('weekly: { fromDays: 7, times: 4, audience: [handler] }'),
      'ladders.work.weekly.fromDays：应晚于最后一级（7个工作日）',
    ],
    [
      'a blue lamp that never turns on',
      'approachingDays: 5',
      'approachingDays：ladders.work.before 中没有提前5天的提醒，蓝灯不会亮',
    ],
    [
      'a handler who reviews',
      'review: { chain: [handler, office] }',
      'review.chain[0]：经办人不能审核或批准',
    ],
    [
      'a reader who approves',
      'extension: { chain: [reader] }',
      'extension.chain[0]：查阅不能审核或批准',
    ],
    [
      'a review step twice',
      'review: { chain: [office, principal, office] }',
      'review.chain[2]：整改办出现了两次，每级只办一次',
    ],
    ['a carry-over step twice', 'carryOver: { chain: [office, office] }', 'carryOver.chain[1]：'],
    ['a reader who reclassifies', 'reclassify: { chain: [reader] }', 'reclassify.chain[0]：'],
    [
      'an escalation on a day without a reminder',
      'ladders: { review: { escalateAfterWorkingDays: 2 } }',
      'ladders.review.escalateAfterWorkingDays：afterWorkingDays 中没有2，那一天没有提醒，无从告知上一级',
    ],
    [
      'review reminders that do not ascend',
      'ladders: { review: { afterWorkingDays: [3, 1] } }',
      'ladders.review.afterWorkingDays[1]：应从近到远：须大于上一级的3',
    ],
    [
      'a review that nobody is reminded of',
      'ladders: { review: { onDay: false, afterWorkingDays: [] } }',
      'ladders.review：审核没有任何提醒',
    ],
    [
      'a cycle longer than upkeep',
      'upkeep: { everyMonths: 13 }',
      'upkeep.everyMonths：巩固报告的周期（13个月）比巩固期（12个月）还长',
    ],
    [
      'no time left to rectify',
      'concentratedMonths: 2\nreviewRoom: { 2: 40 }',
      'reviewRoom：预留审核40个工作日，2个月的集中整改期没有时间整改',
    ],
    [
      'a plan due after the period',
      'concentratedMonths: 2\nplanMonths: 3',
      'planMonths：整改方案的时限（3个月）晚于集中整改期满（2个月）',
    ],
    [
      'digests that wait for days',
      'timeScale: { daySeconds: 1 }',
      'digestSeconds：合并提醒等待60秒，不比规则里的一天（1秒）短',
    ],
  ])('%s', (_what, text, expected) => {
    expect(mistakes(own + text).join('\n')).toContain(expected);
  });

  test('on the line of what it says, or of what holds it', () => {
    expect(mistakes(`${own}planMonths: 1\nupkeep:\n  forMonths: 3`)).toEqual([
      '  第4行 upkeep.everyMonths：巩固报告的周期（6个月）比巩固期（3个月）还长',
    ]);
  });
});
