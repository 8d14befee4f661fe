import type { CourseStep, Overview, PlaceCount } from '../../../../ledger';
import { courseChart, groupChart, progressChart } from '../../../../web/pages/overview/charts';
import { courseDays, evenPace } from '../../../../web/pages/overview/course';
import { matrixOf } from '../../../../web/pages/overview/matrix';
import { given, rectification, unit, viewer } from '../given';

const step = (day: string, problems: number, over: Partial<CourseStep> = {}): CourseStep => ({
  ...{ day, problems, stage: 'rectifying', lamp: 'normal', status: 'inProgress' },
  ...over,
});

const place = (problems: number, over: Partial<PlaceCount> = {}): PlaceCount => ({
  ...{ kind: 'timeLimited', stage: 'rectifying', lamp: 'normal', status: 'inProgress' },
  ...{ department: '财务科', leader: '刘海燕', problems },
  ...over,
});

const steps = [
  step('2026-11-02', 3),
  step('2026-11-04', -1),
  step('2026-11-04', 1, { lamp: 'overdue' }),
  step('2026-11-05', -1),
  step('2026-11-05', 1, { stage: 'signedOff', status: 'completed' }),
];

describe('the course', () => {
  test('says of each day what stood at its end, up to today', () => {
    const days = courseDays(steps, '2026-11-07');
    expect(
      days.map(({ day, completed, counts }) => [day, completed, counts.overdue, counts.normal]),
    ).toEqual([
      ['2026-11-02', 0, 0, 3],
      ['2026-11-03', 0, 0, 3],
      ['2026-11-04', 0, 1, 2],
      ['2026-11-05', 1, 1, 1],
      ['2026-11-06', 1, 1, 1],
      ['2026-11-07', 1, 1, 1],
    ]);
  });

  test('of years has as many points as a screen can show, the first day and today among them', () => {
    const days = courseDays(steps, '2031-11-07');
    expect(days.length).toBeLessThanOrEqual(121);
    expect(days[0]?.day).toBe('2026-11-02');
    expect(days.at(-1)?.day).toBe('2031-11-07');
  });

  test('of what has not begun is empty', () => {
    expect(courseDays([], '2026-11-07')).toEqual([]);
  });

  test('an even pace leads from none at the feedback to all at the end of the period', () => {
    const period = { from: '2026-11-02', to: '2026-11-12', problems: 20 };
    expect(
      ['2026-11-01', '2026-11-02', '2026-11-07', '2026-11-12', '2026-11-13'].map((day) =>
        evenPace(day, period),
      ),
    ).toEqual([null, 0, 10, 20, null]);
  });
});

describe('charts', () => {
  const places = [
    place(2, { lamp: 'overdue' }),
    place(5, { department: '办公室', status: 'completed', stage: 'signedOff' }),
    place(1, { department: null, stage: 'unassigned' }),
  ];

  test('whoever has most left to do comes first, and the table says the same numbers', () => {
    const { option, rows } = groupChart('department', places, 'zh');
    expect(rows.map(([name]) => name)).toEqual(['财务科', '未分办', '办公室']);
    expect(rows.map((row) => row.at(-1))).toEqual([2, 1, 5]);
    const series = option['series'] as readonly { readonly data: readonly number[] }[];
    expect(series.map(({ data }) => data)).toEqual(
      [1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column])),
    );
  });

  test('who has equally much to do stays in place, in whatever order the record counts them', () => {
    const equal = ['财务科', '办公室', '人事科'].map((department) => place(2, { department }));
    const order = (counted: readonly PlaceCount[]) =>
      groupChart('department', counted, 'zh').rows.map(([name]) => name);
    expect(order(equal)).toEqual(order(equal.toReversed()));
  });

  test('tables have a row only where something changed', () => {
    const course = courseDays(steps, '2026-11-30');
    expect(courseChart(course, 'zh').rows.map(([day]) => day)).toEqual([
      ...['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-30'],
    ]);
    const progress = progressChart(course, { from: '2026-11-02', to: null, problems: 3 }, 'en');
    expect(progress.text).toBe('1 of 3 completed by 2026-11-30');
    expect(progress.rows.at(-1)).toEqual(['2026-11-30', 1, 1, '—']);
  });
});

test('stages nobody is at are left out, and each row sums up its kinds', () => {
  const rows = matrixOf([place(2), place(1, { kind: 'longTerm' }), place(4, { stage: 'closed' })]);
  expect(rows).toEqual([
    { stage: 'rectifying', cells: { immediate: 0, timeLimited: 2, longTerm: 1 }, total: 3 },
    { stage: 'closed', cells: { immediate: 0, timeLimited: 4, longTerm: 0 }, total: 4 },
  ]);
});

describe('the pages', () => {
  const sums = (rectification: string, overdue: number) => ({
    ...{ rectification, problems: 12, open: 9, completed: 3, phaseCompleted: 1, unassigned: 0 },
    ...{ reviewing: 2, overdue, behind: 0, approaching: 1, oldest: '2026-11-20' },
  });
  const late = {
    ...{ workflow: 'problem/water/1', rectification: 'water', seq: 1, sequence: 3, shown: {} },
    ...{
      facts: { handlers: ['zhang-wei'] },
      changed_at: '',
      unit,
      section: null,
      title: '合同</script><b>',
    },
    ...{
      kind: 'timeLimited',
      stage: 'rectifying',
      lamp: 'overdue',
      status: 'inProgress',
      round: 1,
    },
    ...{
      due_on: '2026-11-20',
      department: '财务</script>科',
      responsible_leader: '刘海燕',
      key: '',
    },
  };
  const overview: Overview = {
    sums: (ids) => Promise.resolve(ids.map((id, index) => sums(id, index))),
    places: () => Promise.resolve([place(2, { department: '财务</script>科' })]),
    dates: () => Promise.resolve([]),
    dueOn: () => Promise.resolve(null),
    course: () => Promise.resolve(steps),
    sorted: () => Promise.resolve({ rows: [late], total: 30, hasBefore: false, hasAfter: true }),
  };

  test('numbers are links to the lists behind them; what is late says for how long and whose it is', async () => {
    const { app } = given({ ledger: { overview } });
    const answer = await app.request('/rectifications/water');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('href="/ledger/water?status=completed"');
    expect(html).toContain('逾期8天');
    expect(html).toContain('张伟');
    expect(html).toContain('全部30项逾期');
    expect(html).toContain('hx-trigger="sse:changed-water, fresh"');
  });

  test('what people wrote ends no script', async () => {
    const { app } = given({ ledger: { overview } });
    const html = await (await app.request('/rectifications/water')).text();
    const data = [...html.matchAll(/<script type="application\/json">(.*?)<\/script>/gs)];
    expect(data).toHaveLength(4);
    for (const [, json = ''] of data) expect(() => JSON.parse(json) as unknown).not.toThrow();
    expect(html).not.toContain('合同</script>');
  });

  test('another unit’s is not there, its acts neither', async () => {
    const grants = [{ unit: '别的单位', standing: 'office', person: 'he-jing' }] as const;
    const { app } = given({ viewer: viewer({ grants }), ledger: { overview } });
    for (const path of ['/rectifications/water', '/rectifications/water/may'])
      expect((await app.request(path)).status).toBe(404);
  });

  test('several stand side by side, the one with most that is late first', async () => {
    const rounds = [rectification(), rectification({ id: 'river', unit: '河道所' })];
    const grants = [unit, '河道所'].map(
      (each) => ({ unit: each, standing: 'supervisor', person: null }) as const,
    );
    const { app } = given({
      viewer: viewer({ grants }),
      ledger: { overview, rectifications: () => Promise.resolve(rounds) },
    });
    const html = await (await app.request('/rectifications')).text();
    expect(html.indexOf('河道所')).toBeLessThan(html.indexOf(unit));
    expect(html).toContain('<strong>6</strong>');
  });

  test('what may be done about the whole leads to its form; who only looks finds nothing', async () => {
    const asked: string[] = [];
    const zhenggai = {
      may: (workflow: string, persons: readonly string[]) => {
        asked.push(`${workflow} ${persons.join()}`);
        return Promise.resolve([[{ type: 'submitPlan', title: '报送整改方案', fields: {} }]]);
      },
    };
    const office = [{ unit, standing: 'office', person: 'he-jing' }] as const;
    const { app } = given({ viewer: viewer({ grants: office }), zhenggai });
    const html = await (await app.request('/rectifications/water/may')).text();
    expect(html).toContain('/act/submitPlan?target=rectification%2Fwater');
    const reader = [{ unit, standing: 'reader', person: 'he-jing' }] as const;
    const looking = given({ viewer: viewer({ grants: reader }), zhenggai });
    expect(await (await looking.app.request('/rectifications/water/may')).text()).toBe(
      '<div id="may"></div>',
    );
    expect(asked).toEqual(['rectification/water he-jing']);
  });
});
