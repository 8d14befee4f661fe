import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartsOf, withChart } from '../../../setup/docs';
import {
  digestRegistry,
  problemRegistry,
  rectificationRegistry,
} from '../../../workflows/registry';

const file = join(__dirname, '..', '..', '..', 'docs', 'machines.md');
const text = readFileSync(file, 'utf8');
const definitions = [problemRegistry, rectificationRegistry, digestRegistry].flatMap(
  (registry) => registry.all,
);

test.each(Object.entries(chartsOf(definitions)))(
  'the chart of %s is drawn as the machine is now',
  (name, chart) => {
    expect(withChart(text, name, chart)).toBe(text);
  },
);
