/** 收件: all its texts, part by part. */
import { catalogue } from '../catalogue';
import { fieldWords } from './reception/fields';
import { listWords } from './reception/lists';
import { sheetWords } from './reception/sheet';
import { peopleWords } from './reception/people-and-rules';
import { checkWords } from './reception/check';
import { progressWords } from './reception/progress';

export const receptionWords = catalogue(
  {
    ...fieldWords.zh,
    ...listWords.zh,
    ...sheetWords.zh,
    ...peopleWords.zh,
    ...checkWords.zh,
    ...progressWords.zh,
  },
  {
    ...fieldWords.en,
    ...listWords.en,
    ...sheetWords.en,
    ...peopleWords.en,
    ...checkWords.en,
    ...progressWords.en,
  },
);
