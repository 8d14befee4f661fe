import { forbiddenBy, guardWords } from '../../../words/guards';
import { refusalText } from '../../../words/refusals';
import { problemRegistry, rectificationRegistry } from '../../../workflows/registry';

const guards = new Set(
  [...problemRegistry.all, ...rectificationRegistry.all].flatMap(({ reasons }) =>
    Object.keys(reasons),
  ),
);

it('every guard that gives a reason gives one in English, and no other is named', () => {
  expect(Object.keys(guardWords.en).sort()).toEqual([...guards].sort());
  for (const text of Object.values(guardWords.en)) expect(text).toMatch(/^[\x20-\x7e’]+$/);
});

it('a refusal is whole in either language; what only the machine can say stays in its words', () => {
  const why = (guard: string | null) => [
    {
      code: 'forbidden',
      guard,
      text: '张伟报送了本问题，不能审核自己报送的事项',
      faults: [],
    } as const,
  ];
  expect(refusalText({ why: why('didNotSubmit') }, 'zh')).toBe(why(null)[0]?.text);
  expect(refusalText({ why: why('didNotSubmit') }, 'en')).toBe(
    'nobody reviews what they submitted themselves',
  );
  expect(refusalText({ why: why('ofAnOlderMachine') }, 'en')).toBe(why(null)[0]?.text);
});

it('in Chinese, where the record has only the name, as well', () => {
  expect(Object.keys(guardWords.zh).sort()).toEqual(Object.keys(guardWords.en).sort());
  for (const text of Object.values(guardWords.zh)) expect(text).not.toMatch(/[a-z]/i);
  expect(forbiddenBy('isOffice', 'zh')).toBe('由整改办办理');
  expect(forbiddenBy('toString', 'zh')).toBeUndefined();
});
