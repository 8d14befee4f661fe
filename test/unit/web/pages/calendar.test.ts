import fc from 'fast-check';
import type { DueDate, FeedRow, Feeds, Overview } from '../../../../ledger';
import { concerns } from '../../../../web/pages/calendar/concern';
import { calendarText, escaped, folded } from '../../../../web/pages/calendar/ics';
import { dayIn, endsOf, monthIn, weeksOf } from '../../../../web/pages/calendar/month';
import { given, people, unit, viewer, type World } from '../given';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const sent = { method: 'POST', headers: form, body: 'csrf=token-of-this-session' };

const date = (over: Partial<DueDate> = {}): DueDate => ({
  ...{ rectification: 'water', workflow: 'problem/water/7', on: '2026-12-10', wait: null, seq: 7 },
  ...{ stage: 'rectifying', lamp: 'normal', title: '合同管理不规范', measure: null },
  ...{ department: '财务审计科', leader: '刘海燕', people: ['zhang-wei', 'li-na'] },
  ...over,
});
const whole = (over: Partial<DueDate> = {}): DueDate =>
  date({
    workflow: 'rectification/water',
    wait: 'plan',
    seq: null,
    stage: null,
    lamp: null,
    people: [],
    leader: null,
    ...over,
  });

describe('iCalendar', () => {
  const unfolded = (text: string) => text.replaceAll('\r\n ', '');

  test('lines are at most 75 octets long, whatever people write, and say the same when put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const line = `SUMMARY:${escaped(text)}`;
        const parts = folded(line).split('\r\n');
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(unfolded(folded(line))).toBe(line);
      }),
      { numRuns: 100, seed: 31 },
    );
  });

  test('what has a meaning there is escaped, so that nobody’s words end a line', () => {
    expect(escaped('甲,乙;丙\\丁\r\nEND:VEVENT')).toBe('甲\\,乙\\;丙\\\\丁\\nEND:VEVENT');
    expect(escaped('a\u0000b\u0007c')).toBe('abc');
  });

  test('a date is a whole day, and ends on the day after', () => {
    const event = {
      uid: 'u',
      on: '2026-12-31',
      summary: '整改时限',
      description: '',
      url: 'https://x/y',
    };
    const lines = calendarText('整改', [event], '2026-11-28T04:00:00.000Z').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'DTSTAMP:20261128T040000Z',
      ]),
    );
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });
});

describe('a month', () => {
  test('is whole weeks from Monday, with every day of it once', () => {
    for (const month of ['2026-02', '2026-11', '2027-02', '2028-02']) {
      const days = weeksOf(month).flat();
      expect(days.length % 7).toBe(0);
      expect(new Set(days).size).toBe(days.length);
      expect(days).toContain(`${month}-28`);
      expect([days[0], days.at(-1)]).toEqual([endsOf(month).from, endsOf(month).to]);
    }
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(endsOf('2026-11')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  });

  test('that does not exist is none', () => {
    expect(['2026-13', '2026-1', 'x', undefined].map(monthIn)).toEqual([null, null, null, null]);
    expect(dayIn('2026-02-30')).toBeNull();
  });
});

describe('a date concerns', () => {
  const who = (id: string) => people.find((each) => each.id === id) ?? null;

  test.each([
    ['its handler', date(), 'zhang-wei', true],
    ['its leader', date(), 'liu-haiyan', true],
    ['no other department', date({ people: ['wu-yue'] }), 'li-na', false],
    ['the office, whatever it is', date({ people: [] }), 'he-jing', true],
    ['the supervisor, of the whole', whole(), 'xu-zhiyuan', true],
    ['the supervisor, of a look-back', date({ stage: 'lookBack' }), 'xu-zhiyuan', true],
    ['not the supervisor, of work', date(), 'xu-zhiyuan', false],
    ['a department, of the monthly report', whole({ wait: 'progress' }), 'li-na', true],
    ['no department, of the plan', whole(), 'li-na', false],
    ['who only looks, of the whole', whole(), 'nobody', true],
    ['not who only looks, of a problem', date(), 'nobody', false],
  ])('%s', (_what, due, id, is) => {
    expect(concerns(due, who(id))).toBe(is);
  });
});

function world(dates: readonly DueDate[], over: World = {}) {
  const kept = new Map<string, FeedRow>();
  const feeds: Feeds = {
    keep: (feed) => Promise.resolve(void kept.set(feed.account, { ...feed, read_at: null })),
    revoke: (account) => Promise.resolve(void kept.delete(account)),
    of: (account) => Promise.resolve(kept.get(account) ?? null),
    read: (hash) =>
      Promise.resolve([...kept.values()].find((each) => each.token_hash === hash) ?? null),
  };
  const overview = { dates: () => Promise.resolve(dates) } as Partial<Overview> as Overview;
  const { ledger, ...more } = over;
  return { world: given({ ledger: { feeds, overview, ...ledger }, ...more }), kept };
}

describe('the page', () => {
  test('shows what falls on a day, with links, to whom it concerns', async () => {
    const {
      world: { app },
    } = world([
      date(),
      date({ seq: 8, workflow: 'problem/water/8', title: '别人的', people: [], leader: '别人' }),
    ]);
    const html = await (await app.request('/calendar?month=2026-12')).text();
    expect(html).toContain('href="/problems/water/7"');
    expect(html).not.toContain('别人的');
    const all = await (await app.request('/calendar?month=2026-12&whose=all')).text();
    expect(all).toContain('别人的');
  });

  test('shows nothing of a unit that is not the viewer’s', async () => {
    const asked: unknown[] = [];
    const overview = { dates: (filter: unknown) => (asked.push(filter), Promise.resolve([])) };
    const {
      world: { app },
    } = world([], {
      viewer: viewer({ grants: [{ unit: '别的单位', standing: 'office', person: 'he-jing' }] }),
      ledger: { overview: overview as unknown as Overview },
    });
    expect((await app.request('/calendar?round=water&whose=all')).status).toBe(200);
    expect(asked).toEqual([]);
  });
});

describe('the subscription', () => {
  const made = async (over: World = {}, dates = [date(), whole({ wait: 'progress' })]) => {
    const { world: own, kept } = world(dates, over);
    const html = await (await own.app.request('/calendar/feed', sent)).text();
    const [path = ''] = /\/calendar\/feed\/[\w-]{43}\.ics/.exec(html) ?? [];
    return { ...own, kept, path };
  };

  test('is read without a session by its address, which nothing but the page has shown', async () => {
    const { app, kept, path } = await made();
    const feed = await app.request(path);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await feed.text()).replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:整改时限：7. 合同管理不规范');
    expect(text).toContain('UID:problem%2Fwater%2F7.work@zhenggai');
    expect(text).toContain('UID:rectification%2Fwater.progress.2026-12@zhenggai');
    expect(text).toContain('URL:http://127.0.0.1:8080/problems/water/7');
    expect(JSON.stringify([...kept.values()])).not.toContain(path.slice(15, 58));
    expect(await (await app.request('/calendar')).text()).not.toContain(path);
  });

  test('keeps what a date is when it moves', async () => {
    const uid = async (on: string) => {
      const { app, path } = await made({}, [date({ on })]);
      return /UID:.*/.exec(await (await app.request(path)).text())?.[0];
    };
    expect(await uid('2026-12-10')).toBe(await uid('2027-01-20'));
  });

  test('is dead once it is renewed or ended', async () => {
    const { app, path } = await made();
    await app.request('/calendar/feed', sent);
    expect((await app.request(path)).status).toBe(404);
    const again = await made();
    expect((await again.app.request('/calendar/feed/revoke', sent)).status).toBe(303);
    expect((await again.app.request(again.path)).status).toBe(404);
  });

  test('says nothing of what is granted no more', async () => {
    const grants = [...viewer().grants];
    const { app, path } = await made({ viewer: viewer({ grants }) });
    expect(await (await app.request(path)).text()).toContain('BEGIN:VEVENT');
    grants.pop();
    expect(await (await app.request(path)).text()).not.toContain('BEGIN:VEVENT');
  });

  test('opens nothing else, and guessing finds nothing', async () => {
    const { app, path } = await made();
    const token = path.slice(15, 58);
    const { world: other } = world([], { viewer: null });
    for (const guess of [
      `/calendar/feed/${'a'.repeat(43)}.ics`,
      `/calendar/feed/${token}`,
      '/calendar/feed/.ics',
      '/calendar/feed/x.ics',
    ]) {
      const answer = await app.request(guess);
      expect([guess, answer.status, await answer.text()]).toEqual([guess, 404, '404']);
    }
    for (const closed of [
      `/calendar?token=${token}`,
      `/ledger/water?token=${token}`,
      `/rectifications/water`,
    ])
      expect((await other.app.request(closed)).status).toBe(303);
    expect((await other.app.request('/calendar/feed', sent)).status).not.toBe(200);
  });

  test('is made and ended by the viewer’s own form alone', async () => {
    const {
      world: { app, audit },
      kept,
    } = world([]);
    const forged = { ...sent, body: 'csrf=of-another' };
    for (const path of ['/calendar/feed', '/calendar/feed/revoke'])
      expect((await app.request(path, forged)).status).toBe(403);
    expect(kept.size).toBe(0);
    expect(audit).toHaveLength(2);
  });
});

test('the unit is among what a date of the whole says', async () => {
  const {
    world: { app },
  } = world([whole()], {
    viewer: viewer({ grants: [{ unit, standing: 'office', person: 'he-jing' }] }),
  });
  const html = await (await app.request('/calendar?month=2026-12')).text();
  expect(html).toContain(unit);
  expect(html).toContain('整改方案时限');
});
