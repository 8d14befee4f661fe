// Feedback as it arrives (反馈意见, 问题清单): problems without remedies, addressed to the unit, signed by the inspectors.
import { labelsIn } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import { isUnit } from './signature';

const named =
  /反馈意见|反馈(?:的)?(?:具体|主要)?问题|问题(?:清单|台账|底稿)|巡[察视]意见|情况的?反馈/;
const reports = /整改(?:工作|落实|任务)?(?:的)?(?:情况|进展|方案|报告|结果|通报|措施|成效)/;

/** Its title says so, and nothing in it is labelled as a remedy. */
export function isFindingsOnly(lines: readonly Line[]): boolean {
  const titles = lines.slice(0, 6).filter(({ text }) => text.length <= 60 && !/[。；;]/.test(text));
  if (!titles.some(({ text }) => named.test(text)) || titles.some(({ text }) => reports.test(text)))
    return false;
  return !lines.some(({ text }) =>
    labelsIn(text, 'paragraph').some(({ kind }) => kind === 'remedy' || kind === 'status'),
  );
}

/** 县水务局党组：, or the name in 关于巡察县水务局党组的反馈意见, 县水务局党组巡察反馈问题清单. */
export function unitAddressed(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, 12)) {
    const addressed = /^([^，,。；;：:]{3,40})[:：]$/.exec(text)?.[1];
    const titled =
      /(?:关于|对|^)巡[察视]([^，,。；;：:]{3,40}?)(?:情况)?的反馈/.exec(text)?.[1] ??
      /^([^，,。；;：:]{3,40}?)(?:关于)?巡[察视]/.exec(text)?.[1];
    const unit = [addressed, titled].find((name) => name !== undefined && isUnit(name));
    if (unit !== undefined) return unit;
  }
  return null;
}
