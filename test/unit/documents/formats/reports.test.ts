// The real reports, written as Word files and as a web page, give what their text gives.
// They lie beside the repository and may be absent; then this says so and skips.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { importFeedback, type ImportedFeedback } from '../../../../documents';
import type { Contents } from '../../../../documents/contents';
import { contentsOfDocx } from '../../../../documents/formats/docx';
import { contentsOfHtml } from '../../../../documents/formats/html';
import { openZip } from '../../../../documents/formats/open-zip';
import { textOf } from '../../../../documents/formats/numbered-blocks';
import { feedbackFromReport } from '../../../../documents/report-text';
import { contentsIn, escaped, level, numbered, paragraph, run } from './word-file';

const folder = join(__dirname, '../../../../../shared/cases');
const present = existsSync(folder);
if (!present)
  console.info('the real reports (../shared/cases) are not here: their tests are skipped');

const files = present ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : ['none'];

(present ? describe : describe.skip).each(files)('%s', (file) => {
  const text = present ? readFileSync(join(folder, file), 'utf8') : '';
  const lines = text.split(/\r?\n/);
  const fromText = present ? factsOf(importFeedback(Buffer.from(text), file)) : null;

  test('as a Word file of plain paragraphs', async () => {
    const children = lines.map((line) => new Paragraph(line));
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    expect(readAgain(contentsOfDocx(openZip(bytes)))).toEqual(fromText);
  });

  test('as a Word file that numbers its lines itself', () => {
    const { body, numbering, automatic } = withAutomaticNumbers(lines);
    expect(automatic).toBeGreaterThan(5);
    expect(body).not.toMatch(typedNumber);
    const contents = contentsIn(body, { 'word/numbering.xml': numbering });
    expect(readAgain(contents)).toEqual(fromText);
  });

  test('as a web page with a menu', () => {
    const menu = '<div><ul><li><a href="/">首页</a></li><li><a href="/b">公开</a></li></ul></div>';
    const article = lines.map((line) => `<p>&emsp;${escaped(line)}</p>`).join('\n');
    const page = `<!DOCTYPE html><html><head><title>${escaped(lines[0] ?? '')}</title></head><body>${menu}<div>${article}</div><footer>版权</footer></body></html>`;
    expect(readAgain(contentsOfHtml(page))).toEqual(fromText);
  });

  test('as a web page of one paragraph with breaks', () => {
    const page = `<html><body><p>${lines.map(escaped).join('<br/>')}</p></body></html>`;
    expect(readAgain(contentsOfHtml(page))).toEqual(fromText);
  });
});

/** All that is said of the file and of its problems; lines differ, so warnings and questions go by what they say. */
function factsOf({ warnings, questions, ...facts }: ImportedFeedback) {
  return {
    ...facts,
    warnings: warnings.map(({ code }) => code),
    questions: questions.map(({ at: _at, ...question }) => question),
  };
}

function readAgain(contents: Contents) {
  return factsOf(feedbackFromReport(textOf(contents)));
}

const typedNumber = /<w:t xml:space="preserve">(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/;
const numerals = ['', ...'一二三四五六七八九十'];

/** `三、`, `（三）`, `3.`, `3、`, `（3）`: how many it is, and how it is written. */
const opening = /^\s*([（(]?)([一二三四五六七八九十]{1,3}|\d{1,3})([)）、.．])\s*/;

/** Each line that opens with a number gets it from a list, a new one wherever the count does not simply go on. */
function withAutomaticNumbers(lines: readonly string[]) {
  const lists: { readonly format: string; readonly text: string; readonly first: number }[] = [];
  const last = new Map<string, { readonly list: number; readonly number: number }>();
  const body = lines.map((line) => {
    const [whole, before = '', sign = '', after = ''] = opening.exec(line) ?? [];
    if (whole === undefined) return paragraph(run(line));
    const format = /\d/.test(sign) ? 'decimal' : 'chineseCountingThousand';
    const text = `${before}%1${after}`;
    const number = numberOf(sign);
    const known = last.get(format + text);
    const goesOn = known !== undefined && known.number + 1 === number;
    const list = goesOn ? known.list : lists.push({ format, text, first: number });
    last.set(format + text, { list, number });
    return numbered(line.slice(whole.length), list);
  });
  const automatic = body.filter((each) => each.includes('<w:numPr>')).length;
  return { body: body.join(''), numbering: numberingOf(lists), automatic };
}

function numberOf(sign: string): number {
  if (/\d/.test(sign)) return Number(sign);
  const [tens, ones = ''] = sign.includes('十') ? sign.split('十') : ['', sign];
  const ten = sign.includes('十') ? Math.max(1, numerals.indexOf(tens ?? '')) : 0;
  return ten * 10 + Math.max(0, numerals.indexOf(ones));
}

function numberingOf(
  lists: readonly { readonly format: string; readonly text: string; readonly first: number }[],
): string {
  const kinds = lists.map(
    ({ format, text, first }, index) =>
      `<w:abstractNum w:abstractNumId="${index}">${level(0, format, text, `<w:start w:val="${first}"/>`)}</w:abstractNum>`,
  );
  const nums = lists.map(
    (_list, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
  );
  return `<w:numbering>${kinds.join('')}${nums.join('')}</w:numbering>`;
}
