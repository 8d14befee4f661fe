// How a bulletin ends: for how long it is public, and whom readers may tell what they think of it.
import { chineseDate } from '../chinese-date';
import { contactWords } from '../contact-words';
import { gap } from '../gap';
import { kept, paragraph, type Block } from '../page/blocks';
import type { RectificationRecord } from '../record';

export function closingParagraphs({ contact, publicity }: RectificationRecord): readonly Block[] {
  const window =
    publicity === null
      ? gap('公示起止日期')
      : `${chineseDate(publicity.from)}至${chineseDate(publicity.to)}`;
  return [
    paragraph('欢迎广大干部群众对整改落实情况进行监督，有意见和建议的，请在公示期间向我们反映。'),
    kept(paragraph(contactWords(contact))),
    kept(paragraph(`公示时间：${window}。`)),
  ];
}
