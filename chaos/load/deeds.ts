/** What people may do next about a problem, drawn by chance: mostly what it waits for, now and then what is refused. */
import { addDays } from '../../domain/plain-date';
import type { Random } from '../random';

/** What its view shows of a problem. */
export interface Standing {
  readonly stage: string;
  /** 0 to 2 in review. */
  readonly step: number;
  readonly upkeepReported: boolean;
  readonly urged: boolean;
}

export interface NextDeed {
  readonly event: string;
  readonly by: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** How long people take over it, ms. */
  readonly after: number;
}

export interface Situation {
  /** The plan's day. */
  readonly today: string;
  readonly department: string;
  /** Makes texts differ. */
  readonly count: number;
}

/** Null where only others can go on. */
export function nextDeed(
  standing: Standing,
  situation: Situation,
  random: Random,
): NextDeed | null {
  const deed = random.chance(0.06)
    ? outOfPlace(situation, random)
    : random.chance(0.15)
      ? beside(standing, situation, random)
      : onward(standing, situation, random);
  return deed;
}

type Draw = (standing: Standing, situation: Situation, random: Random) => NextDeed | null;

const deed = (
  event: string,
  by: string,
  after: number,
  fields: NextDeed['fields'] = {},
): NextDeed => ({ event, by, after, fields });

const onward: Draw = (standing, situation, random) => {
  const { department } = situation;
  const handler = `handler-${department}`;
  const head = `head-${department}`;
  switch (standing.stage) {
    case 'accepting':
      return deed('accept', random.pick([handler, head]), patience(random, 9));
    case 'planning':
      return random.chance(0.3) ? planned(handler, situation) : work(handler, situation, random);
    case 'rectifying':
      return random.chance(0.35) ? finished(handler, random) : work(handler, situation, random);
    case 'suspended':
      return deed('resume', 'office', patience(random, 6));
    case 'reviewing':
      return review(standing, head, random);
    case 'upkeep':
      return maintain(standing, random.pick([handler, head]), situation, random);
    case 'signedOff':
    case 'lookBack':
      return random.chance(0.5) ? relapse(situation, random) : null;
    default:
      return null;
  }
};

/** What may be done beside the way: urging, acknowledging, looking in. */
const beside: Draw = ({ urged }, situation, random) => {
  if (urged)
    return deed('acknowledge', random.pick([`handler-${situation.department}`, 'leader']), 400);
  return random.chance(0.5)
    ? deed('spotCheck', 'supervisor', 300, { text: `looked in ${situation.count}` })
    : deed('urge', random.pick(['supervisor', 'office', 'principal', 'leader']), 300, {
        text: `urge ${situation.count}`,
        due: addDays(situation.today, Math.floor(random.between(3, 20))),
      });
};

/** Mostly refused: the wrong person, or the wrong moment. */
function outOfPlace({ department, count }: Situation, random: Random): NextDeed {
  const other = department === 'a' ? 'b' : 'a';
  return random.pick([
    deed('accept', `head-${other}`, 200),
    deed('submit', `handler-${other}`, 200, { text: `not mine ${count}` }),
    deed('approve', 'principal', 200),
    deed('resume', 'office', 200),
    deed('acceptUpkeep', 'office', 200),
  ]);
}

function work(handler: string, { count }: Situation, random: Random): NextDeed {
  return random.pick([
    deed('report', random.pick([handler, 'office']), patience(random, 3), {
      text: `progress ${count}`,
    }),
    deed('report', handler, patience(random, 5), { text: `progress ${count}` }),
    deed('flag', 'office', patience(random, 4), { reason: `slow ${count}` }),
    deed('unflag', 'office', 300, { reason: `fine ${count}` }),
  ]);
}

function planned(handler: string, { count }: Situation): NextDeed {
  return deed('plan', handler, 500, { measures: [{ text: `measure ${count}` }] });
}

/** Handed in, or put off. A third take so long that reminders come. */
function finished(handler: string, random: Random): NextDeed {
  const late = random.chance(0.3) ? random.between(20_000, 60_000) : patience(random, 8);
  return random.chance(0.15)
    ? deed('suspend', 'office', 400, { reason: 'waiting for others', until: '2030-01-01' })
    : deed('submit', handler, late, { text: 'done' });
}

function review({ step }: Standing, head: string, random: Random): NextDeed {
  const reviewer = [head, 'leader', 'office'][step] ?? 'office';
  const after = patience(random, random.chance(0.2) ? 20 : 5);
  if (random.chance(0.1)) return deed('return', 'supervisor', after, { reason: 'not enough' });
  return random.chance(0.15)
    ? deed('return', reviewer, after, { reason: 'not yet' })
    : deed('approve', reviewer, after);
}

function maintain(
  { upkeepReported }: Standing,
  reporter: string,
  situation: Situation,
  random: Random,
): NextDeed {
  if (random.chance(0.1)) return relapse(situation, random);
  if (!upkeepReported)
    return deed('reportUpkeep', reporter, patience(random, 8), { text: 'kept up' });
  return random.chance(0.3)
    ? deed('returnUpkeep', 'office', patience(random, 4), { reason: 'no evidence' })
    : deed('acceptUpkeep', 'office', patience(random, 8));
}

function relapse({ today }: Situation, random: Random): NextDeed {
  const due = addDays(today, Math.floor(random.between(8, 40)));
  return deed('relapse', random.pick(['office', 'supervisor']), patience(random, 4), {
    reason: 'it came back',
    due,
  });
}

/** Up to so many seconds, in ms. */
function patience(random: Random, seconds: number): number {
  return Math.round(random.between(0.1, 1) * seconds * 1000);
}
