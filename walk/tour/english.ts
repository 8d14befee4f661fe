/** Every page in English: what the interface says has no Chinese left but what people wrote and what documents quote. */
import type { Page } from 'playwright-core';
import { administrator } from '../invented/people';
import type { Walk } from '../walk';
import { placesAtWork, type Place } from './places';
import { visitorOf } from './tour';

export async function english(walk: Walk): Promise<void> {
  const { id } = await walk.record.round();
  const written = await writtenIn(walk);
  for (const place of placesAtWork(id).filter(isInterface)) {
    const { page, name } = await visitorOf(walk, place);
    await walk.steps.check(name, `看 ${place.name} 的英文`, async () => {
      await page.goto(place.path);
      await choose(page, 'English');
      const left = untranslated(await textsOf(page), written);
      await choose(page, '中文');
      if (left.length > 0) throw new Error(left.join('\n'));
    });
  }
}

/** Names, titles, reasons and whatever else stands in the record, the longest first. */
async function writtenIn({ record: { ledger } }: Walk): Promise<readonly string[]> {
  const rows = await ledger.rectifications();
  const lines = await Promise.all(rows.map(({ id }) => ledger.readRectification(id)));
  const texts = new Set([administrator, ...textsIn(lines)]);
  return [...texts].sort((one, other) => other.length - one.length);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 1 && isChinese(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** A document is in the language of those whom it is for; the API's page has both. */
function isInterface({ name }: Place): boolean {
  return !name.startsWith('document-') && !['documents-words', 'api'].includes(name);
}

async function choose(page: Page, language: string): Promise<void> {
  const button = page.getByRole('button', { name: language, exact: true });
  // On a page for anybody it may not be offered; then it is in the language that was chosen before.
  if ((await button.count()) > 0) await button.first().click();
}

/** What stands in the parts of a page that are the interface's. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const parts = 'title, h1, h2, h3, nav a, label, legend, button, summary, th, dt, option, .hint, .soft, .notice, a.button';
    const texts = [...document.querySelectorAll(parts)]
      .filter((each) => each.closest('[lang|=zh], form[action="/language"]') === null)
      .map((each) => each.textContent.replace(/\\s+/g, ' ').trim());
    return [...new Set(texts)];
  })()`);
}

/** @param written what people wrote, the longest first */
function untranslated(texts: readonly string[], written: readonly string[]): readonly string[] {
  return texts.filter((text) =>
    isChinese(written.reduce((left, words) => left.replaceAll(words, ''), text)),
  );
}
