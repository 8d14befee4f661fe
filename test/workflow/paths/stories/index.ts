/** Every story of one problem's life. */
import type { Story } from '../story';
import * as after from './after';
import * as dates from './dates';
import * as oversight from './oversight';
import * as petitions from './petitions';
import * as reviews from './reviews';

const all = (...files: readonly Readonly<Record<string, Story>>[]): readonly Story[] =>
  files.flatMap((file) => Object.values(file));

/** In two parts, which take about as long. */
export const firstStories = all(dates, petitions);
export const otherStories = all(reviews, after, oversight);
export const stories = [...firstStories, ...otherStories];
