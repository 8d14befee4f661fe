// What documents call the parties: who signs, who inspected, who arranged it. What is not recorded is a gap.
import { chineseDate } from './chinese-date';
import { gap } from './gap';
import type { RectificationRecord } from './record';

export function signerOf(record: RectificationRecord): string {
  return record.signer ?? record.unit;
}

/** The date under the signature. */
export function signedOn(record: RectificationRecord): string {
  return chineseDate(record.reportOn ?? record.asOf);
}

/** 根据县委统一部署，…开展了巡察。…反馈了巡察意见。 The same in the bulletin and the report; `then` follows. */
export function openingText(record: RectificationRecord, then: string): string {
  const { inspection, inspectionWord: word, unit } = record;
  const inspectors = record.inspectedBy ?? gap(`${word}组名称`);
  const from = dateOr(inspection.from, `${word}开始日期`);
  const to = dateOr(inspection.to, `${word}结束日期`);
  const feedbackOn = dateOr(record.feedbackOn, '反馈日期');
  return (
    `根据${arrangerOf(record)}统一部署，${from}至${to}，${inspectors}对${unit}开展了${word}。` +
    `${feedbackOn}，${inspectors}反馈了${word}意见。${then}`
  );
}

/** 县委 of 县委第三巡察组, unless the record says otherwise. */
function arrangerOf({ arrangedBy, inspectedBy, inspectionWord }: RectificationRecord): string {
  const named = /^(.{1,12}?(?:党组|[委府厅局]))(?=第|专项|巡|审|督)/.exec(inspectedBy ?? '')?.[1];
  return arrangedBy ?? named ?? gap(`部署${inspectionWord}的党委（党组）`);
}

function dateOr(day: string | null, what: string): string {
  return day === null ? gap(what) : chineseDate(day);
}
