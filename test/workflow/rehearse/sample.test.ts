import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../../../documents/scenario';
import { instantOf } from '../../../domain/plain-date';
import { sample } from '../../unit/rehearse/unit';
import { disagreements } from './both-ways';

const file = join(__dirname, '..', '..', '..', 'sample', 'scenario.yaml');

test('the sample, with its measures and an extension, has the journals of its rehearsal', async () => {
  const scenario = readScenario(readFileSync(file, 'utf8'), file);
  const until = instantOf('2026-05-01', '12:00');
  expect(await disagreements(sample, scenario, until)).toEqual([]);
}, 600_000);
