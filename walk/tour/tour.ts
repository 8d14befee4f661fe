/** Looks at pages on a desktop and on a phone: axe finds nothing serious, nothing sticks out; pictures where they are wanted. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { administrator } from '../invented/people';
import { sizes, type Visitor } from '../visitors';
import type { Walk } from '../walk';
import { axeFindings } from './axe';
import { placesAtWork, type Place } from './places';

export async function tour(walk: Walk): Promise<void> {
  const { id } = await walk.record.round();
  for (const place of placesAtWork(id)) await look(walk, place);
}

/** A step of its own: whatever is found on one page, the others are looked at too. */
export async function look(walk: Walk, place: Place): Promise<void> {
  const visitor = await visitorOf(walk, place);
  await walk.steps.check(
    visitor.name,
    `看 ${place.name}：axe 无严重问题，手机上不出边`,
    async () => {
      await visitor.page.goto(place.path);
      await lookAround(walk, visitor.page, place.name);
    },
  );
}

/** The page as it stands, on both sizes. @throws Error that names what was found */
export async function lookAround(walk: Walk, page: Page, name: string): Promise<void> {
  const found: string[] = [];
  const before = page.viewportSize() ?? sizes.desktop;
  for (const size of ['desktop', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await settled(page);
    found.push(...(await axeFindings(page)).map((line) => `${size}: ${line}`));
    if (size === 'phone') found.push(...(await sticksOut(page)));
    if (walk.screens !== null) {
      const path = join(walk.screens, `${name}-${size}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.setViewportSize(before);
  if (found.length > 0) throw new Error(found.join('\n'));
}

export function visitorOf({ visitors }: Walk, { who }: Place): Promise<Visitor> {
  if (who === 'administrator') return visitors.named(administrator);
  return who === 'anybody' ? visitors.named('过路人') : visitors.of(who);
}

/** What a part asks for when the page is there has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  for (let times = 0; times < 50 && (await page.locator('.htmx-request').count()) > 0; times += 1)
    await page.waitForTimeout(100);
}

/** What makes the page wider than the phone. */
async function sticksOut(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<string | null>(`(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return null;
    const out = [...document.querySelectorAll('main *, header *')].filter((each) =>
      each.getBoundingClientRect().right > wide + 1 && each.closest('.scroll, .statechart') === null);
    return out.slice(0, 3).map((each) => each.outerHTML.slice(0, 120)).join(' | ') || 'something';
  })()`);
  return found === null ? [] : [`phone: wider than the screen: ${found}`];
}
