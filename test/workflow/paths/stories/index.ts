/** Every story of one problem's life. */
import type { Story } from '../story';
import * as after from './after';
import * as dates from './dates';
import * as oversight from './oversight';
import * as petitions from './petitions';
import * as reviews from './reviews';

export const stories: readonly Story[] = [dates, petitions, reviews, after, oversight].flatMap(
  (each) => Object.values(each),
);
