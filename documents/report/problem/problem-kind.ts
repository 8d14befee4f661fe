// How one problem lives, from its lines, notes and headings; and what of that is only a guess.
import type {
  ImportedKind,
  ImportedMeasure,
  ImportedProblem,
  ImportedStatus,
} from '../../imported-feedback';
import { type deadlineFor, lineWith } from './problem-deadline';
import { isGoal } from './field';
import {
  kindAlone,
  kindFrom,
  kindOf,
  kindOfHeading,
  kindWords,
  type KindFound,
} from '../../vocabulary/kind-words';
import type { OutlineNode } from '../outline/outline';
import type { ProblemText } from './problem-text';
import type { Doubt } from '../questions';
import { statusOf } from '../../vocabulary/status-words';

export interface KindRead extends KindFound {
  readonly doubts: readonly Doubt[];
}

export interface KindContext {
  readonly ancestors: readonly OutlineNode[];
  readonly status: ImportedStatus | null;
  readonly deadline: ReturnType<typeof deadlineFor>;
  /** What was done, without labels. */
  readonly body: string;
  readonly measures: readonly ImportedMeasure[];
}

export function kindRead(text: ProblemText, context: KindContext): KindRead {
  const { ancestors, status, deadline, body, measures } = context;
  const words = `${text.title}\n${withoutTermsOfSome(body, measures)}`;
  const found = kindFrom({
    statedKind: statedKind(text, ancestors),
    status,
    termSet: deadline.stated || (deadline.deadline?.due ?? null) !== null,
    dated: deadline.stated && (deadline.deadline?.due ?? null) !== null,
    text: words,
  });
  return { ...found, doubts: [...guessed(found, words, text), ...contradicted(found, text)] };
}

/** 1.逐一补课，立行立改。2.开展积分管理，2026年6月底前完成。: the term of one measure is not the problem's. */
function withoutTermsOfSome(body: string, measures: readonly ImportedMeasure[]): string {
  const own = measures.filter(({ text }) => atOnceAtEnd.test(text));
  if (own.length === 0 || own.length === measures.length) return body;
  return own.reduce((rest, { text }) => rest.replace(text, text.replace(atOnceAtEnd, '')), body);
}

const atOnceAtEnd = /[，,；;（(] ?(?:立[行整知]立改|即知即改)[）)]?[。；;]?$/;

/** 第一时间 in the text is a hint, no statement. A kind that follows from the status alone is asked about once for all. */
function guessed({ kind, basis }: KindFound, words: string, text: ProblemText): readonly Doubt[] {
  const hint = basis === 'inferred' && kind !== null ? kindWords(words, kind) : null;
  if (hint === null || kind === null) return [];
  const why = `正文有“${hint}”，推定为${kindNames[kind]}；也可能是${others(kind)}`;
  return [{ field: 'kind', line: lineWith(hint, text), why }];
}

function contradicted({ kind }: KindFound, { fields }: ProblemText): readonly Doubt[] {
  return fields
    .filter((field) => field.kind === 'deadline' || field.kind === 'kind')
    .filter(
      ({ value }) =>
        /立[行整知]立改|即知即改|立即整改/.test(value) && /长期|持续|常态化/.test(value),
    )
    .map(({ value, line }) => ({
      field: 'kind',
      line,
      why: `“${value}”里有两种整改类型，按${kind === null ? '未注明' : kindNames[kind]}录入；也可能是先立行立改、再长期坚持`,
    }));
}

const kindNames: Readonly<Record<ImportedKind, string>> = {
  immediate: '立行立改',
  timeLimited: '限期整改',
  longTerm: '长期坚持',
};

function others(kind: ImportedKind): string {
  const names = Object.entries(kindNames).filter(([key]) => key !== kind);
  return names.map(([, name]) => name).join('或');
}

/** One question for all whose kind nothing in their own text tells. `askedAlready`: the seq of those asked about singly. */
export function unstatedKinds(
  problems: readonly ImportedProblem[],
  askedAlready: ReadonlySet<number>,
): readonly Doubt[] {
  const open = problems.filter(
    ({ seq, kindBasis }) => kindBasis !== 'stated' && !askedAlready.has(seq),
  );
  if (open.length === 0) return [];
  const told = open
    .slice(0, 20)
    .map(({ seq }) => seq)
    .join('、');
  const which = open.length === problems.length ? '各' : `第${told}${open.length > 20 ? '等' : ''}`;
  const limited = open.filter(({ kind }) => kind !== null).length;
  const made = [
    ...(limited > 0 ? [`${limited}个按限期整改录入`] : []),
    ...(limited < open.length ? [`${open.length - limited}个没有填`] : []),
  ].join('，');
  const why = `${which}个问题没有写明整改类型，${made}；其中可能有立行立改或长期坚持的，请确认`;
  return [{ field: 'kind', line: null, why }];
}

function statedKind(text: ProblemText, ancestors: readonly OutlineNode[]): ImportedKind | null {
  const said = [
    ...text.fields.filter(({ kind }) => kind === 'kind').map(({ value }) => kindOf(value)),
    ...text.fields.filter(({ kind }) => kind === 'deadline').map(({ value }) => kindOf(value)),
    ...text.notes.filter((note) => statusOf(note) === null).map(kindOf),
    ...text.fields.filter(isGoal).map(({ value }) => kindAlone(value)),
    ...ancestors.map(({ head }) => kindOfHeading(head.rest)).reverse(),
  ];
  return said.find((kind) => kind !== null) ?? null;
}
