// 整改进展情况通报: what the public reads. The form of an official document; counts and dates from the record, deeds in
// the words people wrote, gaps marked for the author.
import { cleaned } from '../clean';
import { openingText, signedOn, signerOf } from '../names';
import { heading, paragraph, type Block } from '../page/blocks';
import { docxFile } from '../page/docx-file';
import type { Pages } from '../page/pages';
import type { RectificationRecord } from '../record';
import { written } from '../written';
import { closingParagraphs } from './closing';
import { countsText } from './counts-text';
import { implementation } from './implementation';

/**
 * The bulletin as a Word file (.docx); the same record gives the same bytes.
 * @example
 * writeFileSync('整改进展情况通报.docx', await bulletin(record));
 */
export async function bulletin(record: RectificationRecord): Promise<Uint8Array> {
  return docxFile(bulletinPages(record), cleaned(record));
}

export function bulletinPages(record: RectificationRecord): Pages {
  const clean = cleaned(record);
  return { look: 'official', title: bulletinTitle(clean), blocks: bulletinBlocks(clean) };
}

function bulletinTitle(record: RectificationRecord): string {
  return `${signerOf(record)}关于${record.inspectionWord}反馈意见整改进展情况的通报`;
}

function bulletinBlocks(record: RectificationRecord): readonly Block[] {
  return [
    { kind: 'title', text: bulletinTitle(record) },
    paragraph(openingText(record, '现将整改进展情况予以公布。')),
    heading(1, '一、基本情况'),
    ...written(record.organisation, '整改工作的组织领导和部署推进情况'),
    ...countsText(record).map((text) => paragraph(text)),
    heading(1, '二、整改落实情况'),
    ...implementation(record),
    heading(1, '三、下一步工作'),
    ...written(record.nextSteps, '下一步工作安排'),
    ...closingParagraphs(record),
    { kind: 'closing', signer: signerOf(record), date: signedOn(record) },
  ];
}
