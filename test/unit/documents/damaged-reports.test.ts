// Reports cut short, with lines gone or scrambled: nothing but ImportError is ever thrown,
// no surviving problem is lost, and a large file is read in time.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFeedback, ImportError, type ImportedFeedback } from '../../../documents';
import { threadSeconds } from '../thread-seconds';

const folder = join(__dirname, 'reports');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));
const reports = names.map((name) => readFileSync(join(folder, `${name}.txt`)));

describe('a damaged report', () => {
  it('cut anywhere is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reports),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(64),
        (bytes, share, skip) => {
          taken(bytes.subarray(skip, skip + Math.floor(bytes.length * share)));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('with lines gone is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reports),
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        (bytes, dice) => {
          const kept = bytes
            .toString()
            .split('\n')
            .filter(() => dice.next().value !== 0);
          taken(Buffer.from(kept.join('\n')));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('with its lines in any order is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reports).chain((bytes) => {
          const lines = bytes.toString().split('\n');
          return fc.shuffledSubarray(lines, { minLength: lines.length });
        }),
        (lines) => void taken(Buffer.from(lines.join('\n'))),
      ),
      { numRuns: 80 },
    );
  });

  it('made of its signs alone is read or refused', () => {
    const signs = [
      '一、',
      '（一）',
      '1.',
      '2．',
      '（1）',
      '①',
      '整改任务1：',
      '问题：',
      '整改情况：',
      '整改进度：',
      '已完成',
      '一是',
      '二是',
      '关于“',
      '”的问题',
      '。',
      '；',
      '2023年',
      '6月',
      '30日',
      '至',
      '前',
      '年底',
      '反馈',
      '巡察组',
      '整改',
      '\n',
      '\n',
      ' ',
      '“',
      '（',
      '中共某局党组',
      '公示期：',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...signs), { maxLength: 80 }),
        (parts) => void taken(Buffer.from(parts.join(''))),
      ),
      { numRuns: 500 },
    );
  });

  it('of any bytes is read or refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.txt', 'a.yaml', 'a.json', 'a'),
        (bytes, name) => void taken(bytes, name),
      ),
      { numRuns: 500 },
    );
  });
});

/** What word processors, editors and web pages do to a text without touching its words. */
const retypings: Readonly<Record<string, (text: string) => string>> = {
  'with the line ends of another system': (text) => text.replace(/\n/g, '\r\n'),
  'with empty lines between its own': (text) => text.replace(/\n/g, '\n\n'),
  'with spaces that do not break behind its stops': (text) =>
    text.replace(/([，。：])/g, '$1\u00a0'),
  'with half-width colons and semicolons': (text) => text.replace(/：/g, ':').replace(/；/g, ';'),
  'with half-width brackets': (text) => text.replace(/（/g, '(').replace(/）/g, ')'),
  'with straight quotation marks': (text) => text.replace(/[“”]/g, '"'),
  'with half-width commas': (text) => text.replace(/，/g, ','),
  'with indented lines and spaces at their ends': (text) =>
    text.replace(/^(.+)$/gm, '\u3000\u3000$1 '),
};

describe('a retyped report', () => {
  const asWritten = reports.map((bytes) => outcomes(taken(bytes)));

  it.each(Object.entries(retypings))('has the same problems %s', (_, retype) => {
    reports.forEach((bytes, index) => {
      const name = names[index];
      const problems = outcomes(taken(Buffer.from(retype(bytes.toString()))));
      expect({ name, problems }).toEqual({ name, problems: asWritten[index] });
    });
  });
});

function outcomes(imported: ImportedFeedback | null) {
  return imported?.problems.map(({ number, title, status, kind, due, measures }) => ({
    ...{ number, status, kind, due, measures: measures.length },
    title: title.normalize('NFKC').replace(/[“”]/g, '"').replace(/\s/g, ''),
  }));
}

describe('a report edited in haste', () => {
  const edits = fc.array(
    fc.record({
      edit: fc.constantFrom('delete', 'double', 'wrap', 'unnumber', 'join'),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('is read in a moment, with no more problems than lines, or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reports), edits, (bytes, all) => {
        const text = all.reduce(edited, bytes.toString());
        const imported = taken(Buffer.from(text));
        expect(leastOf(() => secondsToTake(Buffer.from(text)), 0.5)).toBeLessThan(0.5);
        expect(imported?.problems.length ?? 0).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { numRuns: 200 },
    );
  });

  it('tells of a remedy whose problem has lost its title', () => {
    const kept = ['县局整改情况', '整改情况：补记台账。', '1.制度缺失。', '整改情况：补订。'];
    const { problems, warnings } = taken(Buffer.from(kept.join('\n'))) ?? {};
    expect(problems).toHaveLength(1);
    expect(warnings?.map(({ line, code }) => [line, code])).toContainEqual([2, 'text-left-out']);
  });
});

function edited(
  text: string,
  { edit, at }: { readonly edit: string; readonly at: number },
): string {
  const lines = text.split('\n');
  const index = Math.floor(at * lines.length);
  const line = lines[index] ?? '';
  const half = Math.floor(line.length / 2);
  const made: Readonly<Record<string, readonly string[]>> = {
    delete: [],
    double: [line, line],
    wrap: [line.slice(0, half), line.slice(half)],
    unnumber: [line.replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[.、．)）]/, '')],
    join: [line + (lines[index + 1] ?? '')],
  };
  const taking = edit === 'join' ? 2 : 1;
  return [...lines.slice(0, index), ...(made[edit] ?? []), ...lines.slice(index + taking)].join(
    '\n',
  );
}

interface Written {
  readonly fault: string;
  readonly measures: number;
  readonly status: boolean;
}

const written: fc.Arbitrary<Written> = fc.record({
  fault: fc.constantFrom(
    '台账不全',
    '制度缺失',
    '核查走过场',
    '培训不足',
    '执行不严',
    '公开不及时',
  ),
  measures: fc.integer({ min: 0, max: 4 }),
  status: fc.boolean(),
});

describe('no problem is lost', () => {
  it('whichever other lines are gone', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 2, maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
        (problems, dice) => {
          const titles = problems.map(
            ({ fault }, index) => `关于“事项${index + 1}${fault}”的问题。`,
          );
          const lines = linesOf(problems, titles);
          const kept = lines.filter(
            (line) => /^\d+\.关于|^三、/.test(line) || dice.next().value !== 0,
          );
          const imported = taken(Buffer.from(kept.join('\n')));
          expect(imported?.problems.map(({ title }) => title)).toEqual(titles);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('without a warning where its head is gone', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 3, maxLength: 12 }),
        fc.nat(),
        (problems, pick) => {
          const titles = problems.map(
            ({ fault }, index) => `关于“事项${index + 1}${fault}”的问题。`,
          );
          const gone = 1 + (pick % (problems.length - 2));
          const kept = linesOf(problems, titles).filter((line) => !line.startsWith(`${gone + 1}.`));
          const imported = taken(Buffer.from(kept.join('\n')));
          expect(imported?.problems).toHaveLength(problems.length - 1);
          expect(imported?.warnings.map(({ code }) => code)).toEqual(
            expect.arrayContaining(['number-gap']),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a large file', () => {
  const report = String(reports[names.indexOf('fields-per-problem')]);
  const padded = report.replaceAll(
    '整改措施：',
    `整改措施：${'为此，局党组逐条研究，细化分工，压实责任。'.repeat(10)}`,
  );

  it('of four megabytes is read within seconds', () => {
    const bytes = Buffer.from(padded.repeat((4 * 1024 * 1024) / Buffer.byteLength(padded)));
    expect(leastOf(() => secondsToTake(bytes), 4)).toBeLessThan(4);
  });

  it.each([
    [
      'one line',
      '一、整改情况\n1.台账不全。整改情况：',
      '一是补记台账；2023年6月底前完成（已完成）。',
    ],
    ['quotation marks', '一、整改情况\n1.关于', '“‘《（'],
    ['labels', '一、整改情况\n1.', '整改情况：整改时限：'],
    ['numbers', '一、整改情况\n', '1.1.'],
    ['spaces', '一、整改情况\n1.', ' \u3000'],
  ])(
    'of nothing but %s is read in time that grows with its size',
    (_, start, part) => {
      const file = (millions: number): Buffer =>
        Buffer.from(start + part.repeat((millions * 1024 * 1024) / part.length));
      const bound = 3 * 8;
      expect(leastOf(() => growth(file(0.25), file(2)), bound)).toBeLessThan(bound);
    },
    60_000,
  );
});

/**
 * How many times as long the whole takes as the part: a quadratic rule takes the square. Not in seconds: they were five times as
 * many for minutes on a machine that others used.
 */
function growth(part: Uint8Array, whole: Uint8Array): number {
  return secondsToTake(whole) / secondsToTake(part);
}

/** Processor time. */
function secondsToTake(bytes: Uint8Array): number {
  const began = threadSeconds();
  taken(bytes);
  return threadSeconds() - began;
}

/** The least of three measures, or the first within the bound: what else this process does, its collector for one, only adds. */
function leastOf(measure: () => number, bound: number): number {
  let least = Infinity;
  for (let take = 0; take < 3 && least >= bound; take += 1) least = Math.min(least, measure());
  return least;
}

/** The import, or null where it is refused; anything else that is thrown fails the test. */
function taken(bytes: Uint8Array, name = 'report.txt'): ImportedFeedback | null {
  try {
    return importFeedback(bytes, name);
  } catch (error) {
    if (error instanceof ImportError && error.message.includes('请')) return null;
    throw error;
  }
}

function linesOf(problems: readonly Written[], titles: readonly string[]): readonly string[] {
  return [
    '中共松江县粮食局党组关于巡察整改情况的通报',
    '2022年3月1日至4月20日，县委第一巡察组进行了巡察，2022年6月6日反馈了意见。',
    '二、反馈问题整改落实情况',
    ...problems.flatMap(({ measures, status }, index) => [
      ...(index % 4 === 0 ? [`（${'一二三'.charAt(index / 4)}）第${index / 4 + 1}方面`] : []),
      `${index + 1}.${titles[index] ?? ''}`,
      `整改情况：${measuresText(measures)}`,
      ...(status ? ['整改进度：已完成整改。'] : []),
    ]),
    '三、下一步工作',
    '1.关于继续整改的问题。',
    '中共松江县粮食局党组',
    '2022年12月1日',
  ];
}

function measuresText(count: number): string {
  return count === 0
    ? '已经补记。'
    : [...'一二三四']
        .slice(0, count)
        .map((ordinal) => `${ordinal}是落实措施。`)
        .join('');
}
