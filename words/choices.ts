/** The values of fields that are a choice, as people read and type them. */
import { roleTerms } from '../domain/role-terms';
import type { Basis, Outcome, Recurrence } from '../domain/words';
import { kindWords } from '../machines';
import { catalogue, type Language } from './catalogue';
import { terms } from './terms';

interface Choices {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly recurrences: Readonly<Record<Recurrence, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly verdicts: Readonly<Record<'passed' | 'relapsed', string>>;
}

export const choices = catalogue<Choices>(
  {
    outcomes: { rectified: '已整改', explained: '情况说明', withdrawn: '撤销', merged: '并入' },
    recurrences: {
      monthly: '每月',
      quarterly: '每季度',
      halfYearly: '每半年',
      yearly: '每年',
    },
    bases: { signedSheet: '签批单', minutes: '会议纪要', ownSignIn: '本人办理' },
    verdicts: { passed: '通过', relapsed: '反弹' },
  },
  {
    outcomes: {
      rectified: 'rectified',
      explained: 'explained',
      withdrawn: 'withdrawn',
      merged: 'merged',
    },
    recurrences: {
      monthly: 'monthly',
      quarterly: 'quarterly',
      halfYearly: 'half-yearly',
      yearly: 'yearly',
    },
    bases: { signedSheet: 'signed sheet', minutes: 'minutes', ownSignIn: 'own act' },
    verdicts: { passed: 'passed', relapsed: 'relapsed' },
  },
);

/** What the words of a field stand for: either may be typed. */
export const valueWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: valuesOf('zh', { ...kindWords, ...roleTerms }),
  en: valuesOf('en', { ...terms.en.kinds, ...terms.en.roles }),
};

function valuesOf(language: Language, more: Readonly<Record<string, string>>) {
  const { outcomes, recurrences, bases, verdicts } = choices[language];
  return { ...more, ...outcomes, ...recurrences, ...bases, ...verdicts };
}
