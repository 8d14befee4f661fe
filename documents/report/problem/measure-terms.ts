// A measure's own department and date, in brackets behind it: 一是补记台账（责任部门：办公室，完成时限：2026年9月）.
import type { ImportedMeasure } from '../../imported-feedback';
import { deadlineOfField } from '../../vocabulary/deadline-words';
import { labelsIn, type Label } from '../../vocabulary/labels';
import { peopleIn } from './people';
import type { ReportTimes } from '../report-times';

/** Whether a label stands in brackets that belong to one measure of a list, and not to the problem. */
export function ofMeasure(text: string, { kind, start, end }: Label): boolean {
  if (kind !== 'who' && kind !== 'deadline') return false;
  const opened = Math.max(text.lastIndexOf('（', end), text.lastIndexOf('(', end));
  const before = text.slice(0, Math.max(opened, 0));
  if (opened < 0 || /[）)]/.test(text.slice(opened, start)) || /[。！]$/.test(before)) return false;
  return /(?:^|[。；;，,：: ])(?:[一二三四五六七八九十]{1,3} ?是|[（(]?\d{1,2}[)）.．、]|[①-⑳])/.test(
    before,
  );
}

const brackets = / ?[（(]([^（）()]*[:：][^（）()]*)[)）]([。；;，,]*)$/;

/** The measure with what its brackets say; brackets that say more than that stay in its text. */
export function withTerms(measure: ImportedMeasure, times: ReportTimes): ImportedMeasure {
  const found = brackets.exec(measure.text);
  const inside = found?.[1] ?? '';
  const labels = labelsIn(inside, 'paragraph');
  if (found === null || labels[0]?.start !== 0) return measure;
  const fields = labels.map((label, index) => ({
    ...label,
    value: inside.slice(label.end, labels[index + 1]?.start).replace(/[；;，,、 ]+$/, ''),
    line: 0,
  }));
  if (fields.some(({ kind }) => kind !== 'who' && kind !== 'deadline')) return measure;
  const { department, responsibleLeaders, assisting, handlers } = peopleIn(fields);
  const others = responsibleLeaders.length + assisting.length + handlers.length;
  const term = fields.find(({ kind }) => kind === 'deadline');
  const due =
    term === undefined ? null : deadlineOfField(term.value, times.asOf, times.feedbackOn).due;
  const told = others > 0 || (term !== undefined && due === null);
  return {
    ...measure,
    text: told ? measure.text : measure.text.slice(0, found.index) + (found[2] ?? ''),
    ...(department === null ? {} : { department }),
    ...(due === null ? {} : { due }),
  };
}
