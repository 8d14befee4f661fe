import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { ImportError, importFeedback } from '../../../../documents';

/** Whatever is wrong with a file is told in words, never by a program's error. */
function takenOrRefused(bytes: Uint8Array, name: string): void {
  try {
    importFeedback(bytes, name);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.message).toMatch(/[一-鿿]/);
  }
}

const files: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const lines = [
    '关于巡察整改进展情况的通报',
    '1.关于制度执行不严的问题。',
    '整改情况：一是修订制度。',
  ];
  const document = new Document({
    sections: [{ children: lines.map((line) => new Paragraph(line)) }],
  });
  files['docx'] = new Uint8Array(await Packer.toBuffer(document));
  const book = new ExcelJS.Workbook();
  book.addWorksheet('清单').addRows([
    ['序号', '问题', '整改措施', '整改时限'],
    [1, '制度执行不严', '修订制度', '2026年5月底'],
  ]);
  files['xlsx'] = new Uint8Array(await book.xlsx.writeBuffer());
  files['csv'] = new TextEncoder().encode('序号,问题,整改措施\n1,"不严",修订\n');
  files['html'] = new TextEncoder().encode('<html><table><tr><td>序号<td>问题</table>');
});

test.each(['docx', 'xlsx', 'csv', 'html'])('a %s of which bytes are changed', (kind) => {
  const whole = files[kind] ?? new Uint8Array();
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
      const bytes = whole.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      takenOrRefused(bytes, `a.${kind}`);
    }),
    { numRuns: 60 },
  );
});

test.each(['docx', 'xlsx', 'csv', 'html'])('a %s that is cut off', (kind) => {
  const whole = files[kind] ?? new Uint8Array();
  for (let part = 1; part < 20; part += 1)
    takenOrRefused(whole.subarray(0, Math.floor((whole.length * part) / 20)), `a.${kind}`);
});

test.each(['docx', 'xlsx', 'csv', 'html', 'txt'])('any bytes at all, called .%s', (kind) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => takenOrRefused(bytes, `a.${kind}`)),
    { numRuns: 100 },
  );
});

test('a workbook that is called .docx is a workbook, and the other way round', () => {
  const list = importFeedback(files['xlsx'] ?? new Uint8Array(), 'a.docx');
  expect(list.problems.map(({ title }) => title)).toEqual(['制度执行不严']);
  const report = importFeedback(files['docx'] ?? new Uint8Array(), 'a.xlsx');
  expect(report.problems.map(({ number }) => number)).toEqual([1]);
});
