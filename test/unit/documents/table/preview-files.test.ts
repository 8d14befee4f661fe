/** A preview of any file read back is the import it was made from: the real reports, a unit's own list. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFeedback } from '../../../../documents';
import { previewOf } from '../../../../documents/preview/preview';

const root = join(__dirname, '../../../..');
const folder = join(root, '../shared/cases');
const reports = existsSync(folder)
  ? readdirSync(folder).flatMap((name) => (/^\d.*\.txt$/.test(name) ? [join(folder, name)] : []))
  : [];
if (reports.length === 0) console.info('the real reports (../shared/cases) are not here: skipped');
const invented = join(root, 'test/unit/documents/reports');
const texts = readdirSync(invented).flatMap((name) =>
  name.endsWith('.txt') ? [join(invented, name)] : [],
);

test.each([join(root, 'sample/feedback.yaml'), ...reports, ...texts])('%s', (file) => {
  const { warnings: _slips, questions: _open, ...given } = importFeedback(readFileSync(file), file);
  const preview = previewOf(importFeedback(readFileSync(file), file), '来源');
  const {
    warnings: _warned,
    questions: _asked,
    ...back
  } = importFeedback(Buffer.from(preview), '预览.yaml');
  expect(back).toEqual(given);
});
