import type { Sending, Sent } from '../../../../client';
import type { Viewer } from '../../../../web';
import { few } from '../../../../bench/problem-case';
import { given, rectification, unit } from '../given';
import { other } from '../identity/house';
import { problem } from '../forms/given-about';
import { play, problems, round } from './played';
import { viewerAs } from './roles';
import { actors, walks, type Actor, type Step } from './walks';

const played = play();
const people = few.map(({ id, name, roles, department }) => ({
  ...{ rectification: 'round', id, name, department, roles: roles.join(' ') },
}));
const record = problems.map((_each, index) =>
  problem({ rectification: 'round', workflow: `problem/round/${index + 1}`, seq: index + 1 }),
);

/** The API as somebody sees it. */
function apiOf(viewer: Viewer) {
  const { app, audit } = given({
    viewer,
    ledger: {
      rectifications: () => Promise.resolve([rectification({ workflow: round, id: 'round' })]),
      people: () => Promise.resolve(people),
      problems: ({ workflows = [] }) =>
        Promise.resolve(record.filter(({ workflow }) => workflows.includes(workflow))),
    },
    zhenggai: {
      send: (targets: string | readonly string[], event: string, sending: Sending) =>
        Promise.resolve(
          [targets].flat().map((workflow) => ({
            ...{ workflow, commandId: 'tried', ...played.tried(workflow, event, sending) },
          })) as unknown as readonly Sent[],
        ),
    },
  });
  return async (workflow: string, { event, fields }: Step) => {
    const before = audit.length;
    const of = workflow
      .replace(/^problem\/(\w+)\//, '$1/problems/')
      .replace(/^rectification\//, '');
    const answer = await app.request(`/api/v1/rectifications/${of}/events/${event}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': viewer.csrf },
      body: JSON.stringify(fields),
    });
    const noted = audit.slice(before).filter(({ what }) => what === 'refused').length;
    return `${answer.status}${noted > 0 ? ' recorded' : ''}`;
  };
}

function as(person: string, of: string): Viewer {
  const grants = [{ unit: of, standing: 'member' as const, person }];
  return {
    ...viewerAs('stranger'),
    account: { ...viewerAs('stranger').account, id: person },
    grants,
  };
}

const own = new Map(actors.map((actor) => [actor, apiOf(as(actor, unit))] as const));
const elsewhere = new Map(actors.map((actor) => [actor, apiOf(as(actor, other))] as const));
const others = (['reader', 'stranger', 'administrator', 'link'] as const).map(
  (role) => [role, apiOf(viewerAs(role))] as const,
);

/** What is not as the walk says, in words. */
async function tried(workflow: string, step: Step): Promise<readonly string[]> {
  const wrong: string[] = [];
  const expectAll = async (
    asking: Iterable<readonly [string, ReturnType<typeof apiOf>]>,
    expected: (who: string) => string,
  ) => {
    for (const [who, ask] of asking) {
      const came = await ask(workflow, step);
      if (came !== expected(who)) wrong.push(`${who} ${step.event} ${workflow}: ${came}`);
    }
  };
  await expectAll(own, (who) => (step.may.includes(who as Actor) ? '200' : '409 recorded'));
  await expectAll(elsewhere, () => '404 recorded');
  await expectAll(others, (who) => turnedAway[who] ?? '');
  return wrong;
}

const turnedAway: Readonly<Record<string, string>> = {
  ...{ reader: '403 recorded', stranger: '403 recorded', administrator: '403 recorded' },
  link: '401 recorded',
};

test('each act is done by those who may, refused to all others of the unit and of another, and each refusal is recorded', async () => {
  const wrong: string[] = [];
  for (const { workflow, steps } of walks)
    for (const step of steps) {
      if (step.on !== undefined) played.until(step.on);
      wrong.push(...(await tried(workflow, step)));
      const sending = { by: step.may[0] ?? '', fields: step.fields };
      const why = played.done(workflow, step.event, sending);
      if (why !== null) wrong.push(`${step.event} ${workflow}: ${why}`);
    }
  expect(wrong).toEqual([]);
});
