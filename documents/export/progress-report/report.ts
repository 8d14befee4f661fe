// 整改情况报告: what the unit owes its supervisor. Everything the bulletin leaves out: who, when, on whose word, and why not yet.
import { cleaned } from '../clean';
import { contactWords } from '../contact-words';
import { gap } from '../gap';
import { openingText, signedOn, signerOf } from '../names';
import { heading, kept, paragraph, type Block } from '../page/blocks';
import { docxFile } from '../page/docx-file';
import type { Pages } from '../page/pages';
import type { RectificationRecord } from '../record';
import { written } from '../written';
import { everyProblem } from './every-problem';
import { overview } from './overview';
import { resultsChapter } from './results';
import { unfinished } from './unfinished';

/**
 * The progress report as a Word file (.docx); the same record gives the same bytes.
 * @example
 * writeFileSync('整改情况报告.docx', await progressReport(record));
 */
export async function progressReport(record: RectificationRecord): Promise<Uint8Array> {
  return docxFile(progressReportPages(record), cleaned(record));
}

export function progressReportPages(record: RectificationRecord): Pages {
  const clean = cleaned(record);
  const title = `${signerOf(clean)}关于${clean.inspectionWord}反馈意见整改情况的报告`;
  return { look: 'official', title, blocks: blocksOf(title, clean) };
}

function blocksOf(title: string, record: RectificationRecord): readonly Block[] {
  const addressee = record.addressee ?? gap('主送机关');
  return [
    { kind: 'title', text: title },
    { ...paragraph(`${addressee}：`), flush: true },
    paragraph(openingText(record, '现将整改情况报告如下。')),
    heading(1, '一、整改工作组织开展情况'),
    ...written(record.organisation, '整改工作的组织领导和部署推进情况'),
    heading(1, '二、整改总体情况'),
    ...overview(record),
    heading(1, '三、逐项整改情况'),
    ...everyProblem(record),
    heading(1, '四、整改成果'),
    ...resultsChapter(record),
    heading(1, '五、未完成问题及后续安排'),
    ...unfinished(record),
    heading(1, '六、下一步工作'),
    ...written(record.nextSteps, '下一步工作安排'),
    kept(paragraph(contactWords(record.contact))),
    kept(paragraph(`附件：${record.unit}${record.inspectionWord}反馈问题整改台账`)),
    { kind: 'closing', signer: signerOf(record), date: signedOn(record) },
  ];
}
