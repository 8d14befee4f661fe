/** What overviews, the 台账 as a table and the calendar ask: sums and pages, never a whole journal. */
import type { Kysely } from 'kysely';
import { apart } from './apart';
import { courseOf, type CourseClock, type CourseStep } from './read-course';
import { datesIn, dueOn, type DateFilter, type DueDate } from './read-dates';
import { placesIn, sumsOf, type PlaceCount, type Sums } from './read-places';
import type { ProblemFilter } from './search/problems';
import { sortedProblems, type Sorted, type SortedPage, type Sorting } from './search/sorted';
import type { Tables } from './tables';

export interface Overview {
  readonly sorted: (filter: ProblemFilter, sorting: Sorting, page: SortedPage) => Promise<Sorted>;
  /** How many problems of a rectification stand where, and whose they are. */
  readonly places: (rectification: string) => Promise<readonly PlaceCount[]>;
  /** By id; those that have a problem. */
  readonly sums: (rectifications: readonly string[]) => Promise<readonly Sums[]>;
  /** How the counts changed, day by day. */
  readonly course: (rectification: string, clock: CourseClock) => Promise<readonly CourseStep[]>;
  /** By day. */
  readonly dates: (filter: DateFilter) => Promise<readonly DueDate[]>;
  /** When a wait of the rectification as a whole ends; null where that is not known. */
  readonly dueOn: (rectification: string, wait: string) => Promise<string | null>;
}

export function overviewOf(db: Kysely<Tables>): Overview {
  return {
    sorted: (filter, sorting, page) => apart(db, (tx) => sortedProblems(tx, filter, sorting, page)),
    places: (rectification) => placesIn(db, rectification),
    sums: (rectifications) => sumsOf(db, rectifications),
    course: (rectification, clock) => courseOf(db, rectification, clock),
    dates: (filter) => datesIn(db, filter),
    dueOn: (rectification, wait) => dueOn(db, rectification, wait),
  };
}
