// A scenario file for rehearsals: who does what when, read from YAML with the line of every mistake.
import { z } from 'zod';
import { instantOf, isPlainDate } from '../domain/plain-date';
import { role } from '../domain/role-schema';
import type { Actor, Scenario, ScenarioStep, Selection } from '../domain/scenario';
import { bases, kinds, lamps, statuses } from '../domain/words';
import { readYaml, type Mistake } from '../domain/yaml-document';

/** Thrown by `readScenario` when the file is no scenario; its message is for people, a line a mistake. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[]) {
    const rows = mistakes.map(
      ({ line, path, message }) => `  第${line}行${path === '' ? '' : ` ${path}`}：${message}`,
    );
    super([`预演脚本 ${file} 有${mistakes.length}处错误：`, ...rows].join('\n'));
    this.file = file;
    this.mistakes = mistakes;
  }
}

/** At this time happens what names a day only. */
const timeOfDay = '10:00';

/**
 * @param text a scenario as YAML; times are the plan's, Asia/Shanghai
 * @param name the file as the user named it, for the error
 * @throws ScenarioError with every mistake and its line
 */
export function readScenario(text: string, name: string): Scenario {
  const reading = readYaml(text, scenarioFile);
  if (reading.kind === 'mistakes') throw new ScenarioError(name, reading.mistakes);
  const { name: title, steps } = reading.value;
  return {
    name: title ?? null,
    steps: steps.map((each, index) => ({ ...each, line: reading.lineOf(['steps', index]) })),
  };
}

const word = z.string().trim().min(1);
const seq = z.int({ error: '应是问题的序号，如 3' }).min(1, { error: '序号从1开始' });

const day = z.string().refine(isPlainDate, { error: '应是存在的日期，如 2026-11-24' });
const moment = z
  .string()
  .refine((text) => isMoment(text), { error: '应是日期和时刻，如 2026-11-24 10:00' });

const range = z
  .string()
  .regex(/^\d+-\d+$/, { error: '应是序号或序号的范围，如 5-9' })
  .transform((text, context) => {
    const [first = 0, last = 0] = text.split('-').map(Number);
    if (first >= 1 && first <= last && last - first < 10_000)
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    context.addIssue({ code: 'custom', message: '范围应从小到大，如 5-9' });
    return z.NEVER;
  });

const listed = z.array(z.union([seq, range], { error: '应是序号或范围，如 [1, 2, 5-9]' })).min(1);

const described = z.strictObject({
  seqs: listed.transform((parts) => parts.flat()).optional(),
  kind: z.enum(kinds).optional(),
  status: z.enum(statuses).optional(),
  stage: word.optional(),
  lamp: z.enum(lamps).optional(),
  department: word.optional(),
});

const problems = z.union(
  [
    z.literal('all').transform((): Selection => ({})),
    seq.transform((one): Selection => ({ seqs: [one] })),
    listed.transform((parts): Selection => ({ seqs: parts.flat() })),
    described.transform((selection): Selection => withoutAbsent(selection)),
  ],
  { error: '应是 all、序号、序号的列表（如 [1, 2, 5-9]）或条件（如 { stage: rectifying }）' },
);

const actor = z.union(
  [
    word.transform((id): Actor => ({ kind: 'person', id })),
    z.strictObject({ role: z.literal(['reviewer', '审核人']) }).transform((): Actor => reviewer),
    z.strictObject({ role }).transform((held): Actor => ({ kind: 'role', role: held.role })),
  ],
  { error: '应是人员的 id，或 { role: 角色 }；轮到谁审核写 { role: reviewer }' },
);
const reviewer: Actor = { kind: 'reviewer' };

const step = z
  .strictObject({
    at: moment.optional(),
    on: day.optional(),
    problems: problems.optional(),
    event: word,
    by: actor,
    recordedBy: actor.optional(),
    basis: z.enum(bases).optional(),
    fields: z.record(z.string(), z.json()).optional(),
  })
  .transform((raw, context): Omit<ScenarioStep, 'line'> => {
    const at = instantIn(raw);
    if (at === null) {
      context.addIssue({ code: 'custom', message: '应写 at（日期和时刻）或 on（日期），只写一个' });
      return z.NEVER;
    }
    return {
      at,
      problems: raw.problems ?? null,
      event: raw.event,
      by: raw.by,
      recordedBy: raw.recordedBy ?? null,
      basis: raw.basis ?? null,
      fields: raw.fields ?? {},
    };
  });

const scenarioFile = z.strictObject({ name: word.optional(), steps: z.array(step) });

function instantIn({
  at,
  on,
}: {
  readonly at?: string | undefined;
  readonly on?: string | undefined;
}) {
  if ((at === undefined) === (on === undefined)) return null;
  if (on !== undefined) return instantOf(on, timeOfDay);
  const [date = '', time = ''] = (at ?? '').split(' ');
  return instantOf(date, time);
}

function isMoment(text: string): boolean {
  const [date = '', time = '', ...rest] = text.split(' ');
  return rest.length === 0 && isPlainDate(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function withoutAbsent(selection: z.output<typeof described>): Selection {
  return Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined));
}
