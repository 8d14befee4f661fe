// The real reports as other hands would have typed them: the problems found stay the same.
// Made at test time from ../shared/cases; where that is absent this says so and skips.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFeedback, type ImportedProblem } from '../../../documents';

const folder = join(__dirname, '../../../../shared/cases');
const files = ['000_5a16532d95f4a05f.txt', '003_61cd735e1bc75ffb.txt', '004_0fc5ab87ad156f3d.txt'];
const present = files.every((file) => existsSync(join(folder, file)));
if (!present)
  console.info('the real reports (../shared/cases) are not here: their variations are skipped');

interface Variation {
  readonly name: string;
  readonly of: (text: string) => string;
  /** What is different on purpose, besides the words. */
  readonly but?: Partial<ImportedProblem>;
}

const taskHead = /^( *)(整改任务\d{1,2}[:：].*|\d{1,2}[.．、]?\s?(?:关于|针对).*)$/;
const people = '责任领导：副局长王强；责任部门：办公室；配合单位：财务科、各村居；经办人：李小明';

const variations: readonly Variation[] = [
  { name: 'full-width digits', of: (text) => text.replace(/\d/g, wide) },
  {
    name: 'lines indented with wide spaces',
    of: (text) => text.replace(/^ */gm, '\u3000\u3000').replace(/\n/g, '\r\n'),
  },
  {
    name: 'spaces that do not break, soft hyphens and a mark at the start',
    of: (text) => `\uFEFF${text.replace(/^ */gm, '\u00a0\u00a0').replace(/。/g, '。\u200b')}`,
  },
  {
    name: 'other words for its statuses',
    of: (text) =>
      text
        .replace(/已完成整改。$/gm, '整改到位')
        .replace(/阶段性完成并需长期坚持。$/gm, '阶段性完成，长期坚持'),
  },
  {
    name: 'a line of people under each title',
    of: (text) => text.replace(new RegExp(taskHead, 'gm'), `$&\n${people}`),
    but: {
      responsibleLeaders: ['王强'],
      department: '办公室',
      assisting: ['财务科', '各村居'],
      handlers: ['李小明'],
    },
  },
  { name: 'numbers that start again in each section', of: renumbered, but: { number: 0 } },
  {
    name: 'contacts as a table at the end',
    of: (text) =>
      `${text.trimEnd()}\n附件：\n联系人\n联系电话\n地址\n某办公室\n0000-000000\n某路1号\n`,
  },
];

(present ? describe : describe.skip)('a real report', () => {
  if (!present) it('is not here', () => undefined);

  const cases = files.flatMap((file) => {
    const text = present ? readFileSync(join(folder, file), 'utf8') : '';
    return variations
      .filter(({ of }) => of(text) !== text)
      .map((variation) => ({ file, text, ...variation }));
  });

  it.each(cases)('$file is read alike with $name', ({ text, of, but }) => {
    const told = problemsIn(text).map((problem) => plain({ ...problem, ...but }));
    const read = problemsIn(of(text)).map((problem) =>
      plain({ ...problem, ...(but?.number === undefined ? {} : but) }),
    );
    expect(read).toEqual(told);
  });

  it('is read alike with its titles broken in two', () => {
    const text = readFileSync(join(folder, files[1] ?? ''), 'utf8');
    const broken = text.replace(/^(\d{1,2}\.关于“.{6})(.{4,})$/gm, '$1\n$2');
    expect(problemsIn(broken).map(plain)).toEqual(problemsIn(text).map(plain));
  });
});

function problemsIn(text: string): readonly ImportedProblem[] {
  return importFeedback(Buffer.from(text), 'report.txt').problems;
}

/** Digits and invisible marks aside. */
function plain(problem: ImportedProblem): unknown {
  return JSON.parse(
    JSON.stringify(problem)
      .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
      .replace(/\u200b/g, ''),
  );
}

function wide(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xff10 - 0x30);
}

/** 1. to 53. become 1. to 4., 1. to 6., …: counted from each （一）. */
function renumbered(text: string): string {
  let count = 0;
  return text
    .split('\n')
    .map((line) => {
      if (/^ *[（(][一二三四五六七八九十]+[)）]/.test(line)) count = 0;
      return line.replace(/^( *)\d{1,2}(?=[.．、]?\s?(?:关于|针对))/, (_, indent: string) => {
        count += 1;
        return `${indent}${count}`;
      });
    })
    .join('\n');
}
