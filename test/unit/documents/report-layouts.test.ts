// Invented reports in the layouts units use, each beside what a careful reader finds in it.
// In the .json a measure is its ordinal and its text, a sub-finding its text, a warning its line and its code,
// a question its problem, field and place; fields of which nothing is said are left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFeedback, type ImportedFeedback } from '../../../documents';
import { unstated } from './unstated';

const folder = join(__dirname, 'reports');
const names = named('.txt');

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const expected = told(readFileSync(join(folder, `${name}.json`), 'utf8'));

  it('is read as its reader reads it', () => {
    expect(inShort(read(text))).toEqual(expected);
  });

  it('is read alike with other line ends, a mark at its start and indented lines', () => {
    const wordProcessed = `\uFEFF${text.replace(/^/gm, '\u3000\u3000').replace(/\n/g, '\r\n')}`;
    expect(inShort(read(wordProcessed))).toEqual(expected);
  });

  it('is read alike in the national encoding, which is told', () => {
    const { warnings, ...facts } = inShort(importFeedback(inGbk(text), 'report.txt'));
    expect({ ...facts, warnings: warnings.slice(1) }).toEqual(expected);
    expect(warnings[0]).toBe('- encoding-gb18030');
  });

  it('says the same line in every message as beside it', () => {
    for (const { line, message } of read(text).warnings) {
      expect(message.startsWith('第') ? message.slice(1, message.indexOf('行')) : null).toBe(
        line === null ? null : String(line),
      );
    }
  });
});

describe.each(named('.html'))('the web page %s', (name) => {
  it('is read as its reader reads it', () => {
    const page = importFeedback(readFileSync(join(folder, `${name}.html`)), 'report.html');
    expect(inShort(page)).toEqual(told(readFileSync(join(folder, `${name}.json`), 'utf8')));
  });
});

function named(extension: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length));
}

function read(text: string): ImportedFeedback {
  return importFeedback(Buffer.from(text), 'report.txt');
}

interface Told {
  readonly problems: readonly Readonly<Record<string, unknown>>[];
}

/** What a reader wrote down, with what goes without saying. */
function told(json: string) {
  const { problems, ...facts } = JSON.parse(json) as Told;
  const all = problems.map((problem) => ({ ...unstated, ...problem }));
  return { questions: [], ...facts, problems: all };
}

function inShort(imported: ImportedFeedback) {
  return {
    ...imported,
    problems: imported.problems.map((problem) => ({
      ...problem,
      measures: problem.measures.map(({ ordinal, text }) => `${ordinal} ${text}`),
      subFindings: problem.subFindings.map(({ text }) => text),
    })),
    questions: imported.questions.map(({ seq, field, at }) => `${seq ?? '-'} ${field} ${at}`),
    warnings: imported.warnings.map(({ line, code }) => `${line ?? '-'} ${code}`),
  };
}

/** No encoder for GBK ships with Node: its table is read off the decoder. */
const gbk = new Map<string, number>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = new TextDecoder('gbk').decode(new Uint8Array([lead, trail]));
    if (character.length === 1 && character !== '\uFFFD') gbk.set(character, lead * 256 + trail);
  }
}

function inGbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = gbk.get(character);
      return code === undefined ? [character.charCodeAt(0)] : [code >> 8, code & 0xff];
    }),
  );
}
