/** The charts of a rectification: what ECharts is told, and the same in a table for who does not see it. Pure. */
import type { PlainDate } from '../../../domain/words';
import type { PlaceCount } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import { terms, termOf } from '../../../words/terms';
import { bandOf, bands, noCounts, plus, sumOf, type Band, type Counts } from './bands';
import { evenPace, type CourseDay } from './course';

export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly text: string;
  readonly option: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** As in site.css; a pattern of its own for who sees no colours comes with `aria.decal`. */
const colours: Readonly<Record<Band, string>> = {
  done: '#8fb8a0',
  normal: '#1a7f37',
  approaching: '#0969da',
  behind: '#d29922',
  overdue: '#b42318',
};

const frame = {
  aria: { enabled: true, decal: { show: true } },
  tooltip: { trigger: 'axis', confine: true },
  legend: { type: 'scroll', bottom: 0 },
  grid: { left: 8, right: 16, top: 24, bottom: 40, containLabel: true },
  textStyle: { fontFamily: 'inherit' },
} as const;

const counting = { type: 'value', minInterval: 1 } as const;

function bandWords(language: Language): Readonly<Record<Band, string>> {
  return { done: overviewWords[language].closed, ...terms[language].lamps };
}

/** Whoever has most left to do comes first. */
export function groupChart(
  id: 'department' | 'kind',
  places: readonly PlaceCount[],
  language: Language,
): Chart {
  const words = overviewWords[language];
  const called = (name: string | null) =>
    name === null ? words.noDepartment : id === 'kind' ? termOf(terms[language].kinds, name) : name;
  const groups = groupedBy(id, places);
  const names = groups.map(([name]) => called(name));
  const band = bandWords(language);
  return {
    ...{ id, title: id === 'kind' ? words.byKind : words.byDepartment },
    text: id === 'kind' ? words.byKindText : words.byDepartmentText,
    option: {
      ...frame,
      tooltip: { ...frame.tooltip, axisPointer: { type: 'shadow' } },
      xAxis: counting,
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisLabel: { width: 96, overflow: 'truncate' },
      },
      series: bands.map((each) => ({
        ...{ name: band[each], type: 'bar', stack: 'all', color: colours[each], barMaxWidth: 28 },
        data: groups.map(([, counts]) => counts[each]),
      })),
    },
    columns: [
      id === 'kind' ? words.kind : words.department,
      ...bands.map((each) => band[each]),
      words.total,
    ],
    rows: groups.map(([, counts], index) => [
      names[index] ?? '',
      ...bands.map((each) => counts[each]),
      sumOf(counts),
    ]),
  };
}

function groupedBy(
  by: 'department' | 'kind',
  places: readonly PlaceCount[],
): readonly (readonly [string | null, Counts])[] {
  const groups = new Map<string | null, Counts>();
  for (const place of places) {
    const counts = groups.get(place[by]) ?? noCounts;
    groups.set(place[by], plus(counts, bandOf(place), place.problems));
  }
  const left = (counts: Counts): number => sumOf(counts) - counts.done;
  return [...groups].toSorted(
    ([name, one], [otherName, other]) =>
      left(other) - left(one) ||
      sumOf(other) - sumOf(one) ||
      // Equal ones must not change places each time a live page asks.
      ((name ?? '') < (otherName ?? '') ? -1 : 1),
  );
}

export interface Period {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly problems: number;
}

/** Completed against the days of the concentrated period. */
export function progressChart(
  course: readonly CourseDay[],
  { from, to, problems }: Period,
  language: Language,
): Chart {
  const words = overviewWords[language];
  const last = course.at(-1);
  const even = (day: PlainDate) =>
    from === null || to === null ? null : evenPace(day, { from, to, problems });
  const line = { type: 'line', symbol: 'none', step: 'end' } as const;
  const pace =
    from === null || to === null
      ? []
      : [
          [from, 0],
          [to, problems],
        ];
  return {
    ...{ id: 'progress', title: words.progress },
    text: words.progressText(last?.completed ?? 0, problems, last?.day ?? ''),
    option: {
      ...frame,
      xAxis: {
        type: 'time',
        minInterval: 86_400_000,
        axisLabel: {
          ...{ hideOverlap: true, fontSize: 11, formatter: '{MM}-{dd}' },
          rich: { primary: { fontSize: 11, fontWeight: 'normal' } },
        },
      },
      yAxis: { ...counting, max: problems },
      series: [
        {
          ...line,
          ...{ name: words.progressDone, color: colours.normal, areaStyle: { opacity: 0.15 } },
          data: course.map(({ day, completed }) => [day, completed]),
        },
        {
          ...line,
          ...{ name: words.progressPhase, color: colours.approaching },
          data: course.map(({ day, phase }) => [day, phase]),
        },
        {
          ...{ name: words.progressEven, type: 'line', symbol: 'none', color: '#57606a' },
          ...{ lineStyle: { type: 'dashed' }, data: pace },
          ...(to === null ? {} : { markLine: endOfPeriod(to, words.periodEnd) }),
        },
      ],
    },
    columns: [words.day, words.progressDone, words.progressPhase, words.progressEven],
    rows: thinned(course).map(({ day, completed, phase }) => [
      day,
      completed,
      phase,
      even(day) ?? '—',
    ]),
  };
}

function endOfPeriod(to: PlainDate, word: string) {
  return {
    ...{ symbol: 'none', silent: true, lineStyle: { color: '#b42318' } },
    label: { formatter: word, position: 'insideEndTop' },
    data: [{ xAxis: to }],
  };
}

export function courseChart(course: readonly CourseDay[], language: Language): Chart {
  const words = overviewWords[language];
  const band = bandWords(language);
  return {
    ...{ id: 'course', title: words.course, text: words.courseText },
    option: {
      ...frame,
      xAxis: { type: 'category', boundaryGap: false, data: course.map(({ day }) => day) },
      yAxis: counting,
      series: bands.map((each) => ({
        ...{ name: band[each], type: 'line', stack: 'all', step: 'end', symbol: 'none' },
        ...{ color: colours[each], areaStyle: { opacity: 0.75 }, lineStyle: { width: 0 } },
        data: course.map(({ counts }) => counts[each]),
      })),
    },
    columns: [words.day, ...bands.map((each) => band[each])],
    rows: thinned(course).map(({ day, counts }) => [day, ...bands.map((each) => counts[each])]),
  };
}

/** A table for reading has a row only where something changed. */
function thinned(course: readonly CourseDay[]): readonly CourseDay[] {
  return course.filter((each, index) => {
    const before = course[index - 1];
    return (
      before === undefined ||
      index === course.length - 1 ||
      before.phase !== each.phase ||
      bands.some((band) => before.counts[band] !== each.counts[band])
    );
  });
}
