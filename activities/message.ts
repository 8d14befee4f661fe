/** Words a digest as a message in official Chinese. Pure; knows no channels and shows nobody's addresses. */
import { roleTerms } from '../domain/role-terms';
import { lamps, type Lamp, type PlainDate, type Role } from '../domain/words';
import { commandHint } from './command-hint';
import type { Digest, DigestItem } from '../domain/digest';
import type { Links } from './links';

export interface Wording {
  /** One line. */
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  readonly summary: Summary;
}

export interface Summary {
  readonly rectification: string;
  readonly unit: string;
  /** `3项：1项逾期、2项临近` */
  readonly counts: string;
  /** Most urgent first. */
  readonly items: readonly SummaryItem[];
}

/** Each text is one line. */
export interface SummaryItem {
  /** Null for what concerns the rectification as a whole. */
  readonly seq: number | null;
  readonly lamp: Lamp;
  /** `逾期` */
  readonly lampTerm: string;
  /** `问题3（序号7）：会议费报销手续不全` */
  readonly about: string;
  readonly why: string;
  readonly todo: string;
  readonly role: Role;
  /** Where it can be seen and done; null where there is no page. */
  readonly link: string | null;
}

const lampTerms: { readonly [lamp in Lamp]: string } = {
  overdue: '逾期',
  behind: '滞后',
  approaching: '临近',
  normal: '待办',
};

/**
 * Most urgent first, then by problem; what concerns the whole rectification before its problems.
 *
 * @param links where an item is seen and done, by its key; the command that shows it stands where there is none
 * @example wordDigest(digest).subject // 【整改提醒】3项：1项逾期、2项临近（云川县水务局）
 */
export function wordDigest(digest: Digest, links: Links = noLinks): Wording {
  const items = byUrgency(digest.items);
  const unit = oneLine(digest.unit);
  const counts = countsOf(items);
  const subject = `【${digest.red ? '整改红灯' : '整改提醒'}】${counts}（${unit}）`;
  const opening = digest.red
    ? `截至${dayWords(digest.planDay)}，${unit}整改工作中下列事项已亮红灯，请立即处理（${counts}）：`
    : `截至${dayWords(digest.planDay)}，${unit}整改工作中下列事项请您办理或督促（${counts}）：`;
  const entries = items.map((item, index) => itemWords(digest, item, index + 1, links));
  const text = [`${oneLine(digest.person.name)}同志：`, opening, ...entries, closing].join('\n\n');
  const summary = {
    ...{ rectification: digest.rectification, unit, counts },
    items: items.map((item) => summaryOf(item, links)),
  };
  return { subject, text: `${text}\n`, summary };
}

const noLinks: Links = new Map();

function summaryOf(item: DigestItem, links: Links): SummaryItem {
  const { key, problem, lamp, role, why, todo } = item;
  return {
    ...{ seq: problem?.seq ?? null, lamp, role, lampTerm: lampTerms[lamp] },
    ...{ about: subjectOf(item), why: oneLine(why), todo: oneLine(todo) },
    link: links.get(key) ?? null,
  };
}

const closing = '本提醒由系统自动发出。已办理的，请及时报送或登记，亮灯情况随之更新。';

/** `3项：1项逾期、2项临近`; `2项逾期` where all are alike. */
function countsOf(items: readonly DigestItem[]): string {
  const parts = [...lamps].reverse().flatMap((lamp) => {
    const count = items.filter((item) => item.lamp === lamp).length;
    return count === 0 ? [] : [`${count}项${lampTerms[lamp]}`];
  });
  return parts.length === 1 ? parts.join('') : `${items.length}项：${parts.join('、')}`;
}

function byUrgency(items: readonly DigestItem[]): readonly DigestItem[] {
  const urgency = ({ lamp }: DigestItem): number => lamps.indexOf(lamp);
  const seq = ({ problem }: DigestItem): number => problem?.seq ?? 0;
  return [...items].sort((one, other) => urgency(other) - urgency(one) || seq(one) - seq(other));
}

function itemWords(digest: Digest, item: DigestItem, place: number, links: Links): string {
  const { lamp, missed, role, todo, why } = item;
  const lines = [
    `${place}.【${lampTerms[lamp]}】${subjectOf(item)}`,
    `情况：${oneLine(why)}`,
    ...(missed.length === 0 ? [] : [`此前应提醒：${missed.map(oneLine).join('；')}`]),
    `您的身份：${roleTerms[role]}`,
    `下一步：${oneLine(todo)}`,
    `查看办理：${links.get(item.key) ?? commandHint(digest, item)}`,
  ];
  return lines.join('\n   ');
}

function subjectOf({ problem }: DigestItem): string {
  if (problem === null) return '整改工作整体';
  const { seq, number, title } = problem;
  const named = number === null || number === seq ? `问题${seq}` : `问题${number}（序号${seq}）`;
  return `${named}：${oneLine(title)}`;
}

function dayWords(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What people typed may hold line breaks; a subject and an entry's line must not. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
