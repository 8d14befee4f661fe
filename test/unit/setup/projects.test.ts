import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const kinds = ['unit', 'workflow', 'replay', 'e2e'];
const testFolder = join(__dirname, '..', '..');

test('every test file lies in the folder of one of the four kinds, so that it runs', () => {
  const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' });
  const strays = files.filter(
    (file) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(file) && !isRun(file.replaceAll('\\', '/')),
  );

  expect(strays).toEqual([]);
});

function isRun(file: string): boolean {
  return kinds.some((kind) => file.startsWith(`${kind}/`)) && file.endsWith('.test.ts');
}
