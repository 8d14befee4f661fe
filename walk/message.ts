/** From a message on a phone to what it asks for: the link is opened where nobody is signed in, and the one button is touched. */
import type { Page } from 'playwright-core';
import { titleOf, type Act } from './acting';
import { seqOf, type Problem } from './invented/list';
import { people, type Who } from './invented/people';
import { lookAround } from './tour/tour';
import type { Walk } from './walk';

export interface Told extends Act {
  /** Words of the message that it must be about. */
  readonly says: string;
}

/** How long two touches may take, ms. */
const longest = 10_000;
/** Everything goes out on the next morning of the plan, which is seconds away. */
const withinSeconds = 90;

/** @returns the page on which it was done */
export async function byMessage(
  walk: Walk,
  who: Who,
  problem: Problem,
  { event, button, says, filling = {} }: Told,
): Promise<Page> {
  const { steps, record, visitors } = walk;
  const { id, name } = people[who];
  const workflow = await record.workflow(problem);
  let link = '';
  await steps.take(name, `收到邮件：${titleOf(problem)}`, () =>
    record.until(
      `${name} is told of ${event}`,
      () => {
        link = linkIn(walk, who, problem, says) ?? '';
        return Promise.resolve(link !== '');
      },
      withinSeconds,
    ),
  );
  const { page } = await visitors.named(`${name}的手机`, 'phone');
  await steps.take(name, `从邮件点链接，${button}，两下办完：${titleOf(problem)}`, () =>
    record.notes(workflow, { event, by: id }, async () => {
      // Looking uses nothing up; what is timed begins with the first touch.
      await page.goto(link);
      await lookAround(walk, page, `message-${event}`);
      await page.goto('about:blank');
      const since = performance.now();
      await page.goto(link);
      for (const [label, value] of Object.entries(filling))
        await page.getByLabel(label).fill(value);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByText('已办理').first().waitFor();
      const took = performance.now() - since;
      if (took > longest) throw new Error(`it took ${Math.round(took)} ms`);
    }),
  );
  return page;
}

/** The newest link to an act of that problem in the mails of that person. */
function linkIn({ house }: Walk, who: Who, problem: Problem, says: string): string | null {
  const mails = house.mail.mails.filter(({ key }) => key.split('/')[2] === people[who].id);
  for (const { text } of [...mails].reverse()) {
    const items = text.replaceAll('\r\n', '\n').split(/\n\n(?=\d+\.【)/);
    const item = items.find(
      (each) => each.includes(`】问题${seqOf(problem)}`) && each.includes(says),
    );
    const link = /https?:\/\/\S+\/link\/[\w.-]+/.exec(item ?? '')?.[0];
    if (link !== undefined) return link;
  }
  return null;
}
