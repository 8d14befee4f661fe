/** What is recorded: the same line for the same seed, workflow and number, so that whoever looks knows what must be there. Pure. */
import { createHash } from 'node:crypto';
import { randomOf, type Random } from '../random';

export interface Line {
  readonly sequence: number;
  readonly [field: string]: unknown;
}

const rectifications = ['2026-water', '2026-roads', '2025-forest'] as const;
const problemsEach = 10;

/** Of several rectifications, each with its own, its problems' and somebody's messages. */
export const workflows: readonly string[] = rectifications.flatMap((id) => [
  `rectification/${id}`,
  ...Array.from({ length: problemsEach }, (_each, index) => `problem/${id}/${index + 1}`),
  `digest/${id}/li-na`,
]);

export function lineOf(seed: number, workflow: string, sequence: number): Line {
  const random = randomOf(seed, `${workflow}/${sequence}`);
  return {
    sequence,
    at: new Date(Date.UTC(2026, 0, 5) + sequence * 61_000).toISOString(),
    by: { decidedBy: random.pick(people), recordedBy: 'office', basis: 'paper' },
    cause: `c-${sequence}`,
    from: 'rectifying',
    to: 'rectifying',
    shown: shownOf(sequence, random),
    reason: null,
    ...happened(seed, workflow, sequence, random),
    ...factsOf(workflow, sequence, random),
  };
}

/** The file that is filed with a line; null with most. */
export function fileOf(seed: number, workflow: string, sequence: number) {
  if (!isFiled(workflow, sequence)) return null;
  const name = `核对记录${sequence % 3}.txt`;
  const content = `${seed} ${workflow} ${sequence}\n`.repeat(40 + (sequence % 200));
  return { name, content: Buffer.from(content) };
}

const people = ['zhang-wei', 'li-na', 'wang-fang'] as const;
const words = [
  '河道台账已核对',
  '合同缺页',
  '资金已追回',
  '制度已印发',
  '待上级批复',
  '😀\0“引号”',
];

function isFiled(workflow: string, sequence: number): boolean {
  return workflow.startsWith('problem/') && sequence % 9 === 4;
}

function happened(seed: number, workflow: string, sequence: number, random: Random) {
  if (sequence === 1) return { kind: 'begun', event: 'begun', fields: {} };
  const file = fileOf(seed, workflow, sequence);
  if (file !== null) return accepted('submit', { evidence: [namedIn(file)] }, random);
  switch (random.pick(['report', 'report', 'report', 'schedule', 'milestone', 'refused'])) {
    case 'schedule':
      return {
        ...{ kind: 'outcome', event: 'schedule' },
        fields: { wait: 'work', dueOn: '2026-03-31', dueAt: null, because: ['三个月'] },
      };
    case 'milestone':
      return {
        ...{ kind: 'emitted', event: 'milestone' },
        fields: { wait: 'work', id: 'week', why: '还有一周' },
      };
    case 'refused':
      return { kind: 'refused', event: 'approve', fields: {}, reason: random.pick(words) };
    default:
      return accepted('report', {}, random);
  }
}

function accepted(event: string, more: object, random: Random) {
  const text = `${random.pick(words)}，${random.pick(words)}${Math.floor(random.next() * 1000)}`;
  return { kind: 'accepted', event, fields: { text, ...more } };
}

function namedIn({ name, content }: { readonly name: string; readonly content: Buffer }) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, name, size: content.length };
}

function shownOf(sequence: number, random: Random) {
  const stage = random.pick(['rectifying', 'review', 'closed']);
  return { stage, lamp: random.pick(['normal', 'red']), kind: 'timeLimited', round: sequence };
}

/** In the first line, and now and then in a later one. */
function factsOf(workflow: string, sequence: number, random: Random): object {
  if (sequence > 1 && sequence % 8 !== 0) return {};
  const [kind = '', id = ''] = workflow.split('/');
  const own = { unit: `${id}管理处`, title: `${random.pick(words)}（${sequence}）` };
  if (kind === 'rectification') return { facts: { ...own, people: people.map(personOf) } };
  if (kind !== 'problem') return { facts: own };
  const measures = words.slice(0, 3).map((text, index) => ({ ordinal: index + 1, text }));
  const department = random.pick(['水利科', '财务科']);
  return { facts: { ...own, department, handlers: [random.pick(people)], measures } };
}

function personOf(id: string) {
  return { id, name: `名${id}`, roles: ['handler'], department: '水利科' };
}
