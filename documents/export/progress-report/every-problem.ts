// The third chapter: each problem with everything recorded of it, in the order people work: what, who, how, done, decided.
import { chineseDate } from '../chinese-date';
import { chineseNumeral } from '../chinese-numeral';
import { paragraphsOf } from '../deeds';
import { gap } from '../gap';
import { placed } from '../headings';
import { paragraph, type Paragraph } from '../page/blocks';
import type { Block } from '../page/blocks';
import { progressWords } from '../progress-words';
import type { MeasureRecord, ProblemRecord, RectificationRecord, ReportRecord } from '../record';
import { kindTerms, outcomeTerms, recurrenceTerms, reportTerms } from '../terms';
import { standing } from '../totals';
import { decided } from './decided';

export function everyProblem({ problems, asOf }: RectificationRecord): readonly Block[] {
  return placed(standing(problems)).flatMap(({ problem, headings }) => [
    ...headings,
    ...labelled('具体表现：', findings(problem)),
    paragraph(responsibility(problem), '责任分工：'),
    ...labelled('整改措施：', measures(problem)),
    ...labelled('整改情况：', deeds(problem)),
    ...labelled(
      '整改成效：',
      problem.results.map(({ text }) => stopped(text)),
    ),
    ...labelled('审核认定：', decided(problem)),
    paragraph(`${progressWords(problem, asOf)}。`, '整改进度：'),
    ...labelled('公开情况：', withheldNote(problem)),
  ]);
}

/** The label stands before the first paragraph; nothing where there is none. */
function labelled(label: string, texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text, index) => paragraph(text, index === 0 ? label : ''));
}

function findings({ subFindings, predecessor }: ProblemRecord): readonly string[] {
  const listed = subFindings
    .map(({ text, outcome }, index) => {
      const ended = outcome === null ? '' : `（${outcomeTerms[outcome]}）`;
      return `${chineseNumeral(index + 1)}是${text.replace(/[。；;]+$/, '')}${ended}。`;
    })
    .join('');
  const before = predecessor === null ? [] : [`以往指出情况：${stopped(predecessor)}`];
  return [...(listed === '' ? [] : [listed]), ...before];
}

function responsibility(problem: ProblemRecord): string {
  const { kind, responsibleLeader, department, assisting, handlers, dueOn, dueWords } = problem;
  const words = dueWords === null ? '' : `（${dueWords}）`;
  const parts = [
    `类型${kindTerms[kind]}`,
    `责任领导${responsibleLeader ?? gap('责任领导')}`,
    `责任部门${department ?? gap('责任部门')}`,
    ...(assisting.length === 0 ? [] : [`协办${assisting.join('、')}`]),
    ...(handlers.length === 0 ? [] : [`经办人${handlers.join('、')}`]),
    `时限${dueOn === null ? gap('整改时限') : chineseDate(dueOn)}${words}`,
  ];
  return `${parts.join('；')}。`;
}

/** In one paragraph: measures on lines of their own would read as problems. */
function measures({ measures: all }: ProblemRecord): readonly string[] {
  return all.length === 0 ? [] : [all.map(measureText).join('')];
}

function measureText(measure: MeasureRecord, index: number): string {
  const { text, department, due, recurrence } = measure;
  const notes = [
    ...(department === null ? [] : [department]),
    ...(recurrence === null ? [] : [`${recurrenceTerms[recurrence]}开展`]),
    ...(due === null || measure.done ? [] : [`时限${chineseDate(due)}`]),
    stateOf(measure),
  ].filter((note) => note !== '');
  const words = text.trim().replace(/[。；;，,\s]+$/, '');
  return `${chineseNumeral(index + 1)}是${words}${notes.length === 0 ? '' : `（${notes.join('，')}）`}。`;
}

function stateOf({ done, doneOn, recurrence }: MeasureRecord): string {
  if (done) return doneOn === null ? '已完成' : `${chineseDate(doneOn)}完成`;
  return recurrence === null ? '正在推进' : '';
}

function deeds({ reports, publicText }: ProblemRecord): readonly string[] {
  const told = reports.flatMap(reportText);
  if (told.length > 0) return told;
  return publicText === null ? [gap('整改情况')] : paragraphsOf(publicText);
}

function reportText({ on, byName, kind, text }: ReportRecord): readonly string[] {
  const [first = '', ...more] = paragraphsOf(text);
  return [`${chineseDate(on)}，${byName}${reportTerms[kind]}：${first}`, ...more];
}

function withheldNote({ withheld }: ProblemRecord): readonly string[] {
  return withheld === null ? [] : [`拟不公开，理由：${stopped(withheld)}`];
}

function stopped(text: string): string {
  return `${text.trim().replace(/[。；;]+$/, '')}。`;
}
