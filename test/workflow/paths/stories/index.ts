/** Every story of one problem's life. */
import type { Story } from '../story';
import * as after from './after';
import * as dates from './dates';
import * as oversight from './oversight';
import * as petitions from './petitions';
import * as reviews from './reviews';

const all = (...files: readonly Readonly<Record<string, Story>>[]): readonly Story[] =>
  files.flatMap((file) => Object.values(file));

export const stories = all(dates, petitions, reviews, after, oversight);
