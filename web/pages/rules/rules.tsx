/** 规则与人员: a rectification's rules with their dates worked out, its people, and who may take which step. */
import { chineseCalendar } from '../../../calendar/chinese';
import { NoWorkerAnswers, ServerUnreachable } from '../../../client';
import { isPlainDate } from '../../../domain/plain-date';
import type { Policy } from '../../../domain/policy';
import { rulesWords } from '../../../words/pages/rules';
import { grantFor } from '../../access/access';
import { page } from '../../layout/respond';
import { chooseRound } from '../../rounds/choose-round';
import { notSeen } from '../../rounds/not-seen';
import { peopleIn } from '../../rounds/people-of';
import { roundSeen, type Round } from '../../rounds/rounds';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { RulesPage } from './rules-page';
import { assignedIn, gapsIn, stepsView } from './steps-view';

export const rules: Part = (app, deps) => {
  app.get('/rules', (c) => showAll(c, deps));
  app.get('/rules/:id', async (c) => {
    const round = await roundSeen(deps, c.get('viewer'), c.req.param('id'));
    return round === null ? notSeen(c, deps) : showOne(c, deps, round);
  });
};

const pathOf = (id: string): string => `/rules/${encodeURIComponent(id)}`;

function showAll(c: WebContext, deps: WebDeps): Promise<Response> {
  const { title, none, policyOf } = rulesWords[c.get('viewer').language];
  const about = ({ facts }: Round): string =>
    policyOf(textIn(facts, 'policy'), textIn(facts, 'policyVersion'));
  return chooseRound(c, deps, { title, none, pathOf, about });
}

function textIn(facts: Round['facts'], name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
}

async function showOne(c: WebContext, deps: WebDeps, round: Round): Promise<Response> {
  const viewer = c.get('viewer');
  const policy = await policyOf(deps, round.workflow);
  const people = peopleIn(round.facts) ?? [];
  const rows = await deps.ledger.problems({ rectification: round.id });
  const problems = assignedIn(rows, people);
  const asked = c.req.query('from') ?? '';
  const from = isPlainDate(asked) ? asked : (round.feedbackOn ?? round.today);
  const grant = grantFor(viewer, round.unit);
  return page(
    c,
    deps,
    { title: rulesWords[viewer.language].of(round.title) },
    <RulesPage
      {...{ language: viewer.language, policy, people, from, calendar: chineseCalendar }}
      steps={policy === null ? [] : stepsView(problems, people, policy)}
      gaps={policy === null ? [] : gapsIn(problems, people, policy)}
      addressesOf={(id) => grant?.standing === 'office' || grant?.person === id}
    />,
  );
}

/** Null while nobody answers. */
async function policyOf({ zhenggai }: WebDeps, workflow: string): Promise<Policy | null> {
  try {
    return await zhenggai.policy(workflow);
  } catch (error) {
    if (error instanceof ServerUnreachable || error instanceof NoWorkerAnswers) return null;
    throw error;
  }
}
