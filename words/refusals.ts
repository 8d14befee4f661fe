/** Why an event is not taken, and what is wrong with a field. */
import type { FieldFault, Refused, Why } from '../engine/core';
import { catalogue, type Language } from './catalogue';
import { forbiddenBy } from './guards';

interface RefusalWords {
  /** Why the engine does not take an event; the machine's own words where it gives some. */
  readonly refusals: Readonly<Record<Why['code'], (text: string, guard: Why['guard']) => string>>;
  readonly faults: Readonly<Record<FieldFault['code'], (expected: string) => string>>;
}

export const refusalWords = catalogue<RefusalWords>(
  {
    refusals: {
      unknownEvent: () => '没有这种事项',
      fields: (text) => `填写的内容不对：${text}`,
      tooLarge: () => '内容过长（上限 64 KB），请精简，或改为附件',
      notNow: () => '现阶段不办理此事',
      forbidden: (text) => text,
      error: (text) => `处理时出错：${text}`,
      finished: () => '已办结，不再办理（记录反弹可以重新整改）',
    },
    faults: {
      missing: (expected) => `没有填写；应为${expected}`,
      unknown: () => '没有这一项',
      type: (expected) => `应为${expected}`,
      size: (expected) => `过长；应为${expected}`,
      value: (expected) => `应为${expected}`,
    },
  },
  {
    refusals: {
      unknownEvent: () => 'there is no such act',
      fields: (text) => `not filled in as it should be: ${text}`,
      tooLarge: () => 'too long (64 KB at most): shorten it, or attach a file',
      notNow: () => 'not done at this stage',
      forbidden: (text, guard) => forbiddenBy(guard ?? '', 'en') ?? text,
      error: (text) => `an error while it was handled: ${text}`,
      finished: () => 'closed; recording a relapse opens it again',
    },
    faults: {
      missing: (expected) => `missing: ${expected}`,
      unknown: () => 'there is no such field',
      type: (expected) => `should be ${expected}`,
      size: (expected) => `too long: ${expected}`,
      value: (expected) => `should be ${expected}`,
    },
  },
);

/** The engine's refusal as people read it: its reasons, each once. */
export function refusalText({ why }: Pick<Refused, 'why'>, language: Language): string {
  const { refusals } = refusalWords[language];
  const said = why.map(({ code, text, guard }) => refusals[code](text, guard));
  return [...new Set(said)].join(language === 'zh' ? '；' : '; ');
}
