/** A look-back visit as its form says it: a verdict for each problem that was looked at. Pure. */
import type { Language } from '../../../words/catalogue';
import { supervisionWords } from '../../../words/pages/supervision';

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
  const concludes = form.get('conclude') === '1';
  const conclusion = text('conclusion');
  const faults = [
    ...findings.flatMap(({ seq, verdict, text: said }) =>
      verdict === 'relapsed' && said === '' ? [words.relapseNeeded(seq)] : [],
    ),
    ...(concludes && conclusion === '' ? [words.conclusionNeeded] : []),
    ...(findings.length === 0 && !concludes ? [words.nothingChosen] : []),
  ];
  return { findings, conclusion: concludes ? conclusion : null, faults };
}
