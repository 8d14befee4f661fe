/** Invented problems, the same for the same seed: what every layout then writes down in its own way. */

export interface Invented {
  readonly section: string;
  readonly group: string;
  readonly title: string;
  readonly findings: readonly string[];
  readonly kind: 'immediate' | 'timeLimited' | 'longTerm';
  readonly measures: readonly {
    readonly text: string;
    readonly due: string;
    readonly department: string;
  }[];
  readonly due: string;
  readonly leaders: readonly string[];
  readonly department: string;
  readonly assisting: readonly string[];
  readonly handlers: readonly string[];
}

export function inventedProblems(count: number, seed: number): readonly Invented[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, index) => invented(index, count, chance));
}

export type Chance = <Item>(from: readonly [Item, ...Item[]]) => Item;

/** mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return ([first, ...others]) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    return [first, ...others][Math.floor(share * (others.length + 1))] ?? first;
  };
}

const sections = ['一、履行职责方面', '二、重点领域方面', '三、队伍建设方面', '四、整改落实方面'];
const groups = ['（一）责任落实不够有力', '（二）监督管理存在短板'];
export const departments = [
  '办公室',
  '财务审计科',
  '水资源管理科',
  '工程建设科',
  '机关党委',
  '人事处',
] as const;
const leaders = ['周明远', '刘海燕', '陈立新', '欧阳文'] as const;
const handlers = ['马琳', '张伟', '赵敏', '吴越', '何静', '李娜'] as const;
const subjects = ['固定资产', '取水许可', '工程监理', '公务接待', '档案管理', '河道巡查'] as const;
const faults = ['台账更新不及时', '审批把关不严', '监督检查流于形式', '责任分工不明确'] as const;
const acts = ['修订管理办法', '开展专项清理', '组织业务培训', '逐笔核对凭证'] as const;

function invented(index: number, count: number, chance: Chance): Invented {
  const quarter = Math.floor((index * 4) / count);
  const half = Math.floor((index * 8) / count) % 2;
  const subject = chance(subjects);
  const department = chance(departments);
  return {
    section: sections[quarter] ?? '',
    group: groups[half] ?? '',
    title: `${subject}${chance(faults)}，第${index + 1}组抽查发现${chance([2, 3, 5, 8])}处不符`,
    findings: [`${subject}有${index + 2}项未登记`, `${subject}记录代签${index + 3}次`],
    kind: chance(['immediate', 'timeLimited', 'longTerm']),
    measures: Array.from({ length: chance([1, 2, 3]) }, (_, at) => ({
      text: `${chance(acts)}，涉及${subject}${at + 1}类事项。`,
      due: dayFrom(chance),
      department: chance(departments),
    })),
    due: dayFrom(chance),
    leaders: chance([[chance(leaders)], ['周明远', '陈立新']]),
    department,
    assisting: departments.filter((each) => each !== department).slice(0, chance([0, 1, 2])),
    handlers: chance([[chance(handlers)], ['马琳', '赵敏']]),
  };
}

function dayFrom(chance: Chance): string {
  const month = chance([4, 5, 6, 7, 9, 10, 12]);
  return `2026-${String(month).padStart(2, '0')}-${chance(['08', '15', '20', '28'])}`;
}
