/** A look-back visit as its form says it: a verdict for each problem that was looked at. Pure. */
import { evidence } from '../../../machines/evidence';
import type { Language } from '../../../words/catalogue';
import { supervisionWords } from '../../../words/pages/supervision';
import type { FilesField } from '../../forms/filed';

export const verdicts = ['passed', 'relapsed'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Finding {
  readonly seq: number;
  readonly verdict: Verdict;
  readonly text: string;
}

export interface Visit {
  readonly findings: readonly Finding[];
  /** Null: the look-back of the whole goes on. */
  readonly conclusion: string | null;
  readonly faults: readonly string[];
}

/** The files that show what was found, of one problem. */
export function filesOf(seq: number): FilesField {
  return { chosen: `files-${seq}`, kept: `kept-${seq}`, most: evidence.max };
}

/** As the event's field takes it. */
export const longestText = 4000;

/** @param seqs the problems that await the look-back: what is said of others counts for nothing */
export function visitIn(form: FormData, seqs: readonly number[], language: Language): Visit {
  const words = supervisionWords[language];
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim().slice(0, longestText) : '';
  };
  const findings = seqs.flatMap((seq) => {
    const verdict = verdicts.find((each) => each === form.get(`verdict-${seq}`));
    return verdict === undefined ? [] : [{ seq, verdict, text: text(`text-${seq}`) }];
  });
  const told = new Set(findings.map(({ seq }) => seq));
  const filedOnly = seqs.filter((seq) => !told.has(seq) && hasFiles(form, seq));
  const concludes = form.get('conclude') === '1';
  const conclusion = text('conclusion');
  const faults = [
    ...findings.flatMap(({ seq, verdict, text: said }) =>
      verdict === 'relapsed' && said === '' ? [words.relapseNeeded(seq)] : [],
    ),
    ...filedOnly.map(words.verdictNeeded),
    ...(concludes && conclusion === '' ? [words.conclusionNeeded] : []),
    ...(findings.length === 0 && !concludes && filedOnly.length === 0 ? [words.nothingChosen] : []),
  ];
  return { findings, conclusion: concludes ? conclusion : null, faults };
}

function hasFiles(form: FormData, seq: number): boolean {
  const { chosen, kept } = filesOf(seq);
  const isFile = (each: File | string) => each instanceof File && each.name !== '';
  return form.has(kept) || form.getAll(chosen).some(isFile);
}
