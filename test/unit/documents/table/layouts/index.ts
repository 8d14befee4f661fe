// Every way of writing a list that the reader is held against.
import { findingsWithOwn, findingsWithout } from './finding-rows';
import type { Layout } from './layout';
import { doubtfulDates, looseDates } from './loose-dates';
import { measureRows } from './measure-rows';
import { paged } from './paged';
import { peopleMixed } from './people-mixed';
import { plain } from './plain';
import { sectionRows } from './section-rows';
import { sheetsByDepartment, sheetsBySection } from './sheets';
import { unmerged } from './unmerged';

export const layouts: readonly Layout[] = [
  plain,
  sectionRows,
  measureRows,
  findingsWithOwn,
  findingsWithout,
  paged,
  sheetsByDepartment,
  sheetsBySection,
  unmerged,
  peopleMixed,
  looseDates,
  doubtfulDates,
];
