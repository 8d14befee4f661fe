// What is written can be read: the real reports, imported, written as our own bulletin, and imported again.
// They lie beside the repository and may be absent; then this says so and skips.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bulletin,
  importFeedback,
  progressReport,
  type ImportedFeedback,
  type ImportedProblem,
} from '../../../../documents';
import { withoutNumber } from '../../../../documents/export/headings';
import { sampleRecord } from './sample-record';
import { takenOver } from './taken-over';

const folder = join(__dirname, '../../../../../shared/cases');
const cases = [
  ['000_5a16532d95f4a05f.txt', 23],
  ['003_61cd735e1bc75ffb.txt', 53],
  ['004_0fc5ab87ad156f3d.txt', 23],
] as const;
const present = existsSync(folder);
if (!present)
  console.info('the real reports (../shared/cases) are not here: their round trip is skipped');

async function throughBulletin(original: ImportedFeedback): Promise<ImportedFeedback> {
  return importFeedback(await bulletin(takenOver(original)), '通报.docx');
}

/** A title without the words every title of a bulletin has. */
function core(title: string): string {
  return title
    .replace(/[。；\s]+$/, '')
    .replace(/^关于/, '')
    .replace(/的?问题$/, '');
}

function place({ section, group, title }: ImportedProblem) {
  const plain = (heading: string | null) => (heading === null ? null : withoutNumber(heading));
  return { section: plain(section), group: plain(group), title: core(title) };
}

(present ? describe : describe.skip).each(cases)('the bulletin of %s', (name, count) => {
  let original: ImportedFeedback;
  let again: ImportedFeedback;

  beforeAll(async () => {
    original = importFeedback(readFileSync(join(folder, name)), name);
    again = await throughBulletin(original);
  });

  it('has the same problems in the same places', () => {
    expect(again.problems).toHaveLength(count);
    expect(again.problems.map(place)).toEqual(original.problems.map(place));
  });

  it('gives each the same status; in progress where the original gives none', () => {
    const statuses = original.problems.map(({ status }) => status ?? 'inProgress');
    expect(again.problems.map(({ status }) => status)).toEqual(statuses);
  });

  it('has the same measures', () => {
    const texts = ({ measures }: ImportedProblem) =>
      measures.map(({ text }) =>
        text.replace(/\n/g, '').replace(/[。；]*(?:【待补：.*】)?[。；]*$/, ''),
      );
    expect(again.problems.map(texts)).toEqual(original.problems.map(texts));
  });

  it('declares what it holds', () => {
    const measures = original.problems.reduce((sum, problem) => sum + problem.measures.length, 0);
    expect(again.declared).toEqual({ problems: count, measures });
  });

  it('says who, when and by whom as the original does', () => {
    const facts = ({
      unit,
      inspectedBy,
      inspection,
      feedbackOn,
      reportOn,
      asOf,
    }: ImportedFeedback) => ({
      ...{ unit, inspectedBy, inspection, feedbackOn, reportOn, asOf },
    });
    expect(facts(again)).toEqual(facts(original));
  });

  it('brings no slips but those of the original text', () => {
    const codes = new Set(original.warnings.map(({ code }) => code));
    expect(again.warnings.filter(({ code }) => !codes.has(code))).toEqual([]);
    expect(again.warnings.length).toBeLessThanOrEqual(original.warnings.length);
  });
});

describe('the bulletin of the sample', () => {
  it('can be imported: what is printed comes back, with its status', async () => {
    const printed = sampleRecord.problems.filter(({ withheld }) => withheld === null);
    const again = importFeedback(await bulletin(sampleRecord), '通报.docx');
    expect(again.problems.map(({ title, status }) => [core(title), status])).toEqual(
      printed.map(({ title, status }) => [core(title), status]),
    );
    expect(again.publicity).toEqual(sampleRecord.publicity);
  });
});

describe('the progress report of the sample', () => {
  it('can be imported: every problem comes back, the withheld one too', async () => {
    const again = importFeedback(await progressReport(sampleRecord), '报告.docx');
    expect(again.problems.map(({ title, status }) => [core(title), status])).toEqual(
      sampleRecord.problems.map(({ title, status }) => [core(title), status]),
    );
  });
});
