/** An import as a list for a person to correct: every field, beside it what was guessed, above it what is missing. */
import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { fieldTerm } from '../field-terms';
import type { ImportedFeedback, ImportQuestion } from '../imported-feedback';
import { listOf } from './listed';
import { missingIn } from './missing';

/**
 * YAML that the reader of lists reads back as the same feedback; its questions and warnings are comments.
 * @param source the file it was read from, as people call it
 */
export function previewOf(feedback: ImportedFeedback, source: string): string {
  const document = new Document(listOf(feedback, source));
  document.commentBefore = headLines(feedback, source)
    .map((line) => ` ${line}`)
    .join('\n');
  const { contents } = document;
  if (isMap(contents)) {
    commentFile(contents, feedback);
    commentProblems(contents, feedback);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function headLines(
  { problems, questions, warnings }: ImportedFeedback,
  source: string,
): readonly string[] {
  return [
    `从 ${oneLine(source)} 读入的 ${problems.length} 个问题，${questions.length} 处需要核对（下面的注释写明位置和原因）。`,
    '改好后：zhenggai receive 本文件；没有写的项目可以补上，注释不影响读入。',
    ...warnings.map(({ message }) => `注意：${oneLine(message)}`),
  ];
}

/** Questions about the file stand over the field they ask about, else over the list. */
function commentFile(list: YAMLMap, { questions, unit, feedbackOn }: ImportedFeedback): void {
  const ofFile = questions.filter(({ seq }) => seq === null);
  const missing = [
    ...(unit === null
      ? [['unit', '缺：单位名称，请补上（或在 receive 时用 --unit）'] as const]
      : []),
    ...(feedbackOn === null
      ? [['feedbackOn', '缺：反馈日期，请补上（或在 receive 时用 --feedback-on）'] as const]
      : []),
  ];
  const asked = ofFile.map((question) => [question.field, told(question)] as const);
  comment(
    list,
    [...missing, ...asked].map(([field, words]) => [keyFor(field), words]),
  );
}

const facts = ['unit', 'feedbackOn', 'inspectedBy', 'inspection', 'declared', 'reportOn', 'asOf'];

/** `declared.measures` stands in `declared`; what is asked about all problems, over them. */
function keyFor(field: string): string {
  const key = field.replace(/[.].*$/, '');
  return facts.includes(key) || key === 'publicity' ? key : 'problems';
}

function commentProblems(list: YAMLMap, { problems, questions }: ImportedFeedback): void {
  const items = list.get('problems');
  if (!isSeq(items)) return;
  problems.forEach((problem, index) => {
    const item = items.items[index];
    if (!isMap(item)) return;
    const own = questions.filter(({ seq }) => seq === problem.seq);
    const missing = missingIn(problem).map((field) => `${fieldTerm(field)}（${field}）`);
    comment(
      item,
      own.map((question) => [question.field, told(question)]),
    );
    item.commentBefore = [
      item.commentBefore,
      ...(missing.length === 0 ? [] : [` 缺：${missing.join('、')}`]),
    ]
      .filter((words) => typeof words === 'string' && words !== '')
      .join('\n');
    item.spaceBefore = index > 0;
    inOneLine(item);
  });
}

/** Lists of names are easier to correct in one line. */
function inOneLine(problem: YAMLMap): void {
  for (const { value } of problem.items)
    if (isSeq(value) && value.items.every(isScalar)) value.flow = true;
}

/** Over the field; over the whole where the field is not written. */
function comment(map: YAMLMap, words: readonly (readonly [string, string])[]): void {
  for (const [field, text] of words) {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === field);
    const node = pair !== undefined && isScalar(pair.key) && pair !== map.items[0] ? pair.key : map;
    node.commentBefore = [node.commentBefore ?? '', ` ${text}`]
      .filter((line) => line !== '')
      .join('\n');
  }
}

function told({ field, at, why }: ImportQuestion): string {
  return `请核对 ${fieldTerm(field)} ${field}（${oneLine(at)}）：${oneLine(why)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
