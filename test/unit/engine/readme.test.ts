import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(__dirname, '..', '..', '..', 'engine', 'README.md'), 'utf8');
const [, table = ''] = text.split('## What of XState 5 runs');
const rows = (table.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| feature'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, feature = '', says = '', shownBy = '']) => ({ feature, says, shownBy }));

test('the table has a row for each feature and no row twice', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(new Set(rows.map(({ feature }) => feature)).size).toBe(rows.length);
});

test.each(rows.map((row) => [row.feature, row] as const))('%s: yes or no', (_feature, { says }) => {
  expect(says).toMatch(/^(runs?|refused)\b/);
  expect(says).not.toMatch(/partly/);
});

/** `file.test.ts`: “a title”, “another”; `other.test.ts`: … */
function namedIn(
  shownBy: string,
): readonly { readonly file: string; readonly titles: readonly string[] }[] {
  return [...shownBy.matchAll(/`([^`]+[.]test[.]ts)`([^`]*)/g)].map(([, file = '', rest = '']) => ({
    file,
    titles: [...rest.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
  }));
}

test.each(rows.map((row) => [row.feature, row] as const))(
  '%s: shown by a test',
  (_feature, { shownBy }) => {
    const named = namedIn(shownBy);
    expect(named.length).toBeGreaterThan(0);
    for (const { file, titles } of named) {
      const path = join(__dirname, file);
      expect([file, existsSync(path)]).toEqual([file, true]);
      const source = readFileSync(path, 'utf8');
      for (const title of titles)
        expect([file, title, source.includes(title)]).toEqual([file, title, true]);
    }
  },
);
