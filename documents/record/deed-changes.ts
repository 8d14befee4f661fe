// What each accepted event adds to what is told of a problem.
import { bases, roles, type Role } from '../../domain/words';
import type { ReportRecord, ReviewRecord } from '../export/record';
import type { Deeds, Scene } from './deeds';
import { numberIn, textIn, wordIn, type Happening, type Values } from './line';
import { nameOf, type Named } from './names';

export type Change = (line: Happening, scene: Scene, deeds: Deeds) => Partial<Deeds>;

const report =
  (kind: ReportRecord['kind']): Change =>
  ({ fields, at, decidedBy }, { dayOf, people }, { reports }) => ({
    reports: [
      ...reports,
      {
        ...{ kind, on: dayOf(at), byName: nameOf(decidedBy ?? '', people) },
        text: textIn(fields, 'text') ?? '',
      },
    ],
  });

const review =
  (decision: ReviewRecord['decision']): Change =>
  (line, scene, { reviews }) => ({ reviews: [...reviews, reviewOf(decision, line, scene)] });

const ask: Change = ({ fields }) => ({
  asked: { due: textIn(fields, 'due'), reason: textIn(fields, 'reason') ?? '' },
});

const nothingAsked: Change = () => ({ asked: null });

/** A relapse begins another round: what was reported and reviewed belongs to the one before. */
const anotherRound: Partial<Deeds> = {
  ...{ reports: [], reviews: [], phase: null, signedOff: null, carriedOver: null },
};

/** By the event that was accepted; the others change nothing here. */
export const changes: Readonly<Partial<Record<string, Change>>> = {
  report: report('progress'),
  submit: report('submission'),
  reportUpkeep: report('upkeep'),
  approve: review('approved'),
  return: (line, scene, deeds) => ({
    ...review('returned')(line, scene, deeds),
    ...{ signedOff: null, carriedOver: null },
  }),
  requestExtension: ask,
  approveExtension: (line, scene, deeds) => extension(line, scene, deeds),
  refuseExtension: nothingAsked,
  requestCarryOver: ask,
  approveCarryOver: ({ facts }, _scene, { asked }) =>
    facts['carriedOver'] === true && asked !== null
      ? { carriedOver: { to: asked.due ?? '', reason: asked.reason }, asked: null }
      : {},
  refuseCarryOver: nothingAsked,
  urge: ({ fields, at, decidedBy }, { dayOf, people }, { urges }) => ({
    urges: [
      ...urges,
      {
        ...{ on: dayOf(at), byName: nameOf(decidedBy ?? '', people) },
        ...{ text: textIn(fields, 'text') ?? '', due: textIn(fields, 'due') },
        ...{ acknowledgedOn: null, acknowledgedBy: null },
      },
    ],
  }),
  acknowledge: ({ at, decidedBy }, { dayOf, people }, { urges }) => ({
    urges: urges.map((urge, index) =>
      index === urges.length - 1
        ? { ...urge, acknowledgedOn: dayOf(at), acknowledgedBy: nameOf(decidedBy ?? '', people) }
        : urge,
    ),
  }),
  suspend: ({ fields, at }, { dayOf }) => ({
    suspended: {
      ...{ since: dayOf(at), reason: textIn(fields, 'reason') ?? '' },
      reviewOn: textIn(fields, 'until'),
    },
  }),
  resume: () => ({ suspended: null }),
  lookBack: ({ fields, at, decidedBy }, { dayOf, people }) => ({
    ...(fields['verdict'] === 'relapsed' ? anotherRound : {}),
    lookBack: {
      ...{ on: dayOf(at), byName: nameOf(decidedBy ?? '', people) },
      verdict: wordIn(fields['verdict'], ['passed', 'relapsed'], 'passed'),
      text: textIn(fields, 'text'),
    },
  }),
  relapse: () => anotherRound,
};

/** Granted by the last of those who must agree: then one more is counted. */
function extension(
  { facts, at }: Happening,
  { dayOf, dueBefore, factsBefore }: Scene,
  { extensions, asked }: Deeds,
): Partial<Deeds> {
  const granted = (numberIn(facts, 'extensions') ?? 0) > (numberIn(factsBefore, 'extensions') ?? 0);
  if (!granted || asked === null) return {};
  const { due, reason } = asked;
  const record = { from: dueBefore, to: due ?? '', reason, grantedOn: dayOf(at) };
  return { extensions: [...extensions, record], asked: null };
}

function reviewOf(
  decision: ReviewRecord['decision'],
  { at, decidedBy, recordedBy, basis, fields }: Happening,
  { dayOf, people, factsBefore }: Scene,
): ReviewRecord {
  const id = decidedBy ?? '';
  return {
    on: dayOf(at),
    byName: nameOf(id, people),
    role: roleOf(id, factsBefore, people),
    recordedByName: recordedBy === null || recordedBy === id ? null : nameOf(recordedBy, people),
    basis: wordIn(basis, bases, 'ownSignIn'),
    decision,
    text: textIn(fields, decision === 'approved' ? 'text' : 'reason'),
  };
}

/** In which role they reviewed: as the problem names them, else the first of their own that reviews. */
function roleOf(id: string, facts: Values, people: ReadonlyMap<string, Named>): Role {
  if (facts['departmentHead'] === id) return 'departmentHead';
  if (facts['responsibleLeader'] === nameOf(id, people)) return 'responsibleLeader';
  const held = people.get(id)?.roles ?? [];
  return roles.find((role) => role !== 'handler' && held.includes(role)) ?? 'office';
}
