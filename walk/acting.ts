/** How people do things in the pages: in the cards of 我的待办, with the buttons of a problem's page, in the forms of both. */
import type { Locator, Page } from 'playwright-core';
import { listed, seqOf, type Problem } from './invented/list';
import { people, type Who } from './invented/people';
import type { Walk } from './walk';

/** What is typed or chosen in the fields of a form, by their labels; of a choice its value, of a box to tick anything. */
export type Filling = Readonly<Record<string, string>>;

export interface Act {
  readonly event: string;
  /** The words on the button. */
  readonly button: string;
  readonly filling?: Filling;
  readonly file?: string;
}

/** In the card of 我的待办; the step holds when the page says that it was done and the journal has it. */
export async function inTodo(walk: Walk, who: Who, problem: Problem, act: Act): Promise<void> {
  const { page, name } = await walk.visitors.of(who);
  const workflow = await walk.record.workflow(problem);
  const { id } = people[who];
  await walk.steps.take(name, `${act.button}：${titleOf(problem)}`, () =>
    walk.record.notes(workflow, { event: act.event, by: id }, async () => {
      const card = await cardOf(page, problem);
      await send(card, act);
      await isSaid(page, '已办理');
    }),
  );
}

/** By a button of the problem's page, whose form comes into the page. */
export async function onProblem(
  walk: Walk,
  who: Who,
  problem: Problem,
  act: Act & { readonly recordedFor?: Who },
): Promise<void> {
  const { page, name } = await walk.visitors.of(who);
  const workflow = await walk.record.workflow(problem);
  const { id } = people[who];
  const decider = act.recordedFor === undefined ? id : people[act.recordedFor].id;
  const line = { event: act.event, by: decider, recordedBy: id };
  await walk.steps.take(name, `${act.button}：${titleOf(problem)}`, () =>
    walk.record.notes(workflow, line, async () => {
      await page.goto(await problemPath(walk, problem));
      const live = page.locator('#live');
      if (act.recordedFor !== undefined) await live.locator('#others > summary').click();
      await live
        .locator(act.recordedFor === undefined ? '.actions' : '#others')
        .getByRole('link', { name: act.button, exact: true })
        .click();
      const form = page.locator('#act form.event-form');
      await fill(form, act);
      await form.getByRole('button', { name: act.button, exact: true }).click();
      await isSaid(page, '已办理');
    }),
  );
}

export async function problemPath(walk: Walk, problem: Problem): Promise<string> {
  return `/problems/${(await walk.record.round()).id}/${seqOf(problem)}`;
}

/** The card of a problem in 我的待办: others may have acted just now, so the page is asked for until it is there. */
async function cardOf(page: Page, problem: Problem): Promise<Locator> {
  const card = page.locator('li.todo').filter({ hasText: titleOf(problem) });
  for (let attempt = 1; ; attempt += 1) {
    await page.goto('/todo');
    if ((await card.count()) > 0 || attempt === 20) break;
    await page.waitForTimeout(500);
  }
  await card.waitFor();
  return card;
}

/** An act without fields is a button; one with fields unfolds, or leads to a page of its own. */
async function send(card: Locator, { button, ...act }: Act): Promise<void> {
  const page = card.page();
  const alone = card.getByRole('button', { name: button, exact: true }).and(unfolded(card));
  const leading = card.getByRole('link', { name: button, exact: true });
  const summary = card.locator('summary', { hasText: new RegExp(`^${button}$`) });
  if ((await leading.count()) > 0) {
    await leading.click();
    await submit(page.locator('form.event-form'), { button, ...act });
  } else if ((await summary.count()) > 0) {
    const form = card.locator('details[open] form.event-form');
    // News that comes in between the press and the release of a button takes the press away: people press again.
    for (let press = 0; press < 3 && (await form.count()) === 0; press += 1) await summary.click();
    await submit(form, { button, ...act });
  } else await alone.click();
}

const unfolded = (card: Locator): Locator => card.locator('button:not(details button)');

export async function submit(form: Locator, act: Omit<Act, 'event'>): Promise<void> {
  await fill(form, act);
  await form.getByRole('button', { name: act.button, exact: true }).click();
}

async function fill(form: Locator, { filling = {}, file }: Omit<Act, 'event' | 'button'>) {
  await form.waitFor();
  const folded = form.locator('details.optional-fields:not([open]) > summary');
  if (Object.keys(filling).length > 0 && (await folded.count()) > 0) await folded.click();
  for (const [label, value] of Object.entries(filling)) {
    const field = form.getByLabel(label).and(form.locator('input, select, textarea')).first();
    const kind = await field.evaluate(
      (element: { localName: string; type?: string }) => element.type ?? element.localName,
    );
    if (kind.startsWith('select')) await field.selectOption(value);
    else if (kind === 'checkbox') await field.check();
    else await field.fill(value);
  }
  if (file !== undefined) await form.locator('input[type=file]').setInputFiles(file);
}

export async function isSaid(page: Page, words: string): Promise<void> {
  await page.locator('.notice.done', { hasText: words }).first().waitFor();
}

export function titleOf(problem: Problem): string {
  return listed[problem].title;
}
