/** A stage as documents call it: they are in Chinese. */
import { terms, termOf } from '../../words/terms';

export const stageWord = (stage: string): string => termOf(terms.zh.stages, stage);
