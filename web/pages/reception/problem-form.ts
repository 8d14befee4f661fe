/** What a form says of a problem, and what is wrong with it. Pure. */
import { isPlainDate } from '../../../domain/plain-date';
import { kinds, recurrences, statuses } from '../../../domain/words';
import type { ProblemSaid } from '../../../documents/correcting/corrected';

/** Texts by name, as a form sends them. */
export type Sent = Readonly<Record<string, string | undefined>>;

export type FormFault = 'titleMissing' | 'dateWrong' | 'measureDateWrong';

export interface ProblemForm {
  readonly said: ProblemSaid;
  readonly faults: readonly FormFault[];
}

/** Measures of a form: as many as a list can hold. */
const mostMeasures = 100;

export function problemFormOf(sent: Sent): ProblemForm {
  const text = (name: string): string | null => textIn(sent, name);
  const measures = measuresIn(sent);
  const due = text('due');
  const said: ProblemSaid = {
    ...{ section: text('section'), group: text('group'), title: text('title') ?? '' },
    kind: kinds.find((kind) => kind === sent['kind']) ?? null,
    status: statuses.find((status) => status === sent['status']) ?? null,
    ...{ due, department: text('department'), assisting: namesIn(sent['assisting']) },
    departmentHead: text('departmentHead'),
    responsibleLeaders: namesIn(sent['responsibleLeaders']),
    handlers: namesIn(sent['handlers']),
    ...{ measures, publicText: text('publicText'), withheld: text('withheld') },
  };
  return {
    said,
    faults: [
      ...(said.title === '' ? (['titleMissing'] as const) : []),
      ...(due !== null && !isPlainDate(due) ? (['dateWrong'] as const) : []),
      ...(measures.some((measure) => measure.due !== undefined && !isPlainDate(measure.due))
        ? (['measureDateWrong'] as const)
        : []),
    ],
  };
}

/** Those with a text; a measure whose text was taken away is no measure any more. */
function measuresIn(sent: Sent): ProblemSaid['measures'] {
  const found: ProblemSaid['measures'][number][] = [];
  for (let at = 0; at < mostMeasures && `measure.${at}.text` in sent; at += 1) {
    const words = textIn(sent, `measure.${at}.text`);
    if (words === null) continue;
    const [department, due] = [`measure.${at}.department`, `measure.${at}.due`].map((name) =>
      textIn(sent, name),
    );
    const recurrence = recurrences.find((each) => each === sent[`measure.${at}.recurrence`]);
    found.push({
      text: words,
      ...(department === null || department === undefined ? {} : { department }),
      ...(due === null || due === undefined ? {} : { due }),
      ...(recurrence === undefined ? {} : { recurrence }),
      ...(sent[`measure.${at}.done`] === undefined ? {} : { done: true }),
    });
  }
  return found;
}

export function textIn(sent: Sent, name: string): string | null {
  const text = (sent[name] ?? '').trim();
  return text === '' ? null : text;
}

/** `张伟、李娜` */
export function namesIn(text: string | undefined): readonly string[] {
  const names = (text ?? '').split(/[、,，;；\n]+/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
