/** What axe finds on a page that is serious or worse. */
import { source } from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** A line for each rule that is broken; none where all is well. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger: no policy of the page stands in its way.
  await page.evaluate(source);
  const { violations } = await page.evaluate<{ readonly violations: readonly Violation[] }>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => {
      const [first] = nodes;
      return `${id} (${impact ?? ''}) ${nodes.length}×: ${String(first?.target)}`;
    });
}
