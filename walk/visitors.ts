/** People at browsers: each with a profile of their own, so that all are signed in at once. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { people, type Who } from './invented/people';

export interface Visitor {
  /** As the steps call them. */
  readonly name: string;
  readonly page: Page;
}

export interface Visitors {
  readonly of: (who: Who) => Promise<Visitor>;
  /** None of the unit's people, or one of them at another machine: the same one again under the same name. */
  readonly named: (name: string, on?: keyof typeof sizes) => Promise<Visitor>;
  /** What went to another machine, and what failed in a page. */
  readonly strayed: () => readonly string[];
  readonly requests: () => number;
  /** A picture of what somebody sees, in the folder; says where, or nothing where they have no page. */
  readonly picture: (name: string, folder: string) => Promise<string>;
}

export const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** A page on a busy machine. */
const patience = 20_000;

export function createVisitors(browser: Browser, url: string): Visitors {
  const known = new Map<string, Visitor>();
  const strayed: string[] = [];
  let requests = 0;
  const watch = (context: BrowserContext): void => {
    context.on('request', (request: Request) => {
      requests += 1;
      if (!isOurs(request.url(), url)) strayed.push(`asked for ${request.url()}`);
    });
    context.on('weberror', (error) => strayed.push(`script failed: ${error.error().message}`));
    context.on('console', (line) => {
      if (line.type() === 'error' && !isAnswer(line.text()))
        strayed.push(`console: ${line.text()}`);
    });
  };
  const come = async (name: string, on: keyof typeof sizes): Promise<Visitor> => {
    const context = await browser.newContext({
      ...{ baseURL: url, viewport: sizes[on], isMobile: on === 'phone', hasTouch: on === 'phone' },
      ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
    });
    context.setDefaultTimeout(patience);
    watch(context);
    const visitor = { name, page: await context.newPage() };
    known.set(name, visitor);
    return visitor;
  };
  const named = async (name: string, on: keyof typeof sizes = 'desktop') =>
    known.get(name) ?? come(name, on);
  return {
    of: (who) => named(people[who].name),
    named,
    strayed: () => strayed,
    requests: () => requests,
    picture: async (name, folder) => {
      const page = known.get(name)?.page;
      if (page === undefined) return '';
      const path = join(folder, `failure-${Date.now()}.png`);
      await page.screenshot({ path, fullPage: true }).catch(() => undefined);
      return `${page.url()} ${path}`;
    },
  };
}

function isOurs(asked: string, url: string): boolean {
  return asked.startsWith(`${url}/`) || /^(data|blob|about):/.test(asked);
}

/** The browser says of each answer from 400 on that it failed: what is refused on purpose is no fault of the page. */
function isAnswer(text: string): boolean {
  return text.startsWith('Failed to load resource');
}
