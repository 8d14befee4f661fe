/** A digest as people read it in a chat: whom it is for, how many, the most urgent with a link each, how many more. Pure. */
import { keyHash } from '../safe-name';
import type { Message } from '../channel';
import type { SummaryItem } from '../../message';
import { clip, type Measure } from './fit';

/** What a provider makes bold, colours and links with. Texts come in already safe. */
export interface Style {
  readonly heading: (subject: string) => string;
  readonly lamp: (item: SummaryItem) => string;
  readonly detail: (text: string) => string;
  readonly link: (url: string) => string;
  readonly small: (text: string) => string;
  /** Names somebody of the group so that it rings with them. */
  readonly mention: (user: string) => string;
  /** What ends a line. */
  readonly newLine: string;
  /** Takes the meaning from signs that people typed. */
  readonly plain: (text: string) => string;
}

/** @param mention the person's id with the provider; null to name nobody */
export function briefOf(
  message: Message,
  mention: string | null,
  style: Style,
  measure: Measure,
): string {
  const { summary, to, day, key, subject } = message;
  const called = mention === null ? '' : ` ${style.mention(mention)}`;
  const shown = summary.items.slice(0, measure.shown);
  return [
    style.heading(clip(style.plain(subject), 120)),
    `${clip(style.plain(to.name), 30)}同志：${called}`,
    ...shown.flatMap((item, index) => itemLines(item, index + 1, style, measure.room)),
    ...moreLines(summary.items.length - shown.length, shown.length),
    style.small(`${day} · 编号 ${keyHash(key).slice(0, 8)}`),
  ].join(style.newLine);
}

function itemLines(
  item: SummaryItem,
  place: number,
  { plain, lamp, detail, link }: Style,
  room: number,
): readonly string[] {
  const words = (text: string): string => clip(plain(text), room);
  return [
    `${place}. ${lamp(item)}${words(item.about)}`,
    detail(`情况：${words(item.why)}`),
    detail(`下一步：${words(item.todo)}`),
    ...(item.link === null ? [] : [detail(link(item.link))]),
  ];
}

function moreLines(more: number, shown: number): readonly string[] {
  if (more === 0) return [];
  return [shown === 0 ? `共${more}项，请在系统中查看。` : `另有${more}项未列，请在系统中查看。`];
}

/** Markdown has no escape that all of these providers know: the full-width sign looks the same and means nothing. */
export function plainMarkdown(text: string): string {
  return text.replace(/[<>[\]*`~|\\_#@&]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  );
}
