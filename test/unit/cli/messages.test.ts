import { zh } from '../../../cli/messages/zh';
import { waits } from '../../../domain/schedule';
import { bases, kinds, lamps, outcomes, recurrences, roles, statuses } from '../../../domain/words';
import type { FieldShape } from '../../../engine/core';
import { problemEvents, rectificationEvents, stages } from '../../../machines';

const chinese = /\p{Script=Han}/u;

test.each([
  ['stages', stages, zh.stages],
  ['kinds', kinds, zh.kinds],
  ['lamps', lamps, zh.lamps],
  ['statuses', statuses, zh.statuses],
  ['outcomes', outcomes, zh.outcomes],
  ['recurrences', recurrences, zh.recurrences],
  ['bases', bases, zh.bases],
  ['roles', roles, zh.roles],
  ['waits', waits, zh.waits],
] as const)('every one of the %s is worded', (_name, words, called) => {
  for (const word of words) expect((called as Record<string, string>)[word]).toMatch(chinese);
});

test('every event, field and value of a choice is worded', () => {
  const choices = (shape: FieldShape): readonly string[] =>
    shape.type === 'oneOf'
      ? shape.values
      : shape.type === 'list'
        ? choices(shape.of)
        : shape.type === 'object'
          ? Object.values(shape.fields).flatMap(choices)
          : [];
  for (const description of Object.values({ ...problemEvents, ...rectificationEvents })) {
    expect(description.title).toMatch(chinese);
    if ('internal' in description) continue;
    for (const field of Object.values(description.fields) as (FieldShape & { title: string })[]) {
      expect(field.title).toMatch(chinese);
      for (const choice of choices(field)) expect(zh.values[choice]).toMatch(chinese);
    }
  }
});

test('every reason of the engine and every fault of a field is worded', () => {
  for (const say of Object.values(zh.refusals)) expect(say('因为', null)).toMatch(chinese);
  for (const say of Object.values(zh.faults)) expect(say('一项')).toMatch(chinese);
});

test('no two values of one choice have the same word', () => {
  for (const words of [zh.stages, zh.kinds, zh.lamps, zh.roles, zh.bases]) {
    const all = Object.values(words);
    expect(new Set(all).size).toBe(all.length);
  }
});
