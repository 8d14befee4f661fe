import { runFromCommandLine } from '../../../chaos/world/command-line';
import { help as ofChaos, optionsOf } from '../../../chaos/options';
import { help as ofProduction } from '../../../production/options';
import { help as ofWalk } from '../../../walk/options';

test('who asks for help gets it, and nothing is run', () => {
  const said: unknown[] = [];
  const [argv, write] = [process.argv, process.stdout.write.bind(process.stdout)];
  const main = jest.fn(() => Promise.resolve(0));
  process.argv = ['node', 'main.js', '--seed', '1', '--help'];
  process.stdout.write = ((text: unknown) => said.push(text)) as never;
  try {
    runFromCommandLine({
      ...{ name: 'the run', help: ofChaos, main },
      optionsOf: (args) => optionsOf(args, 1),
    });
  } finally {
    [process.argv, process.stdout.write] = [argv, write];
  }
  expect(said).toEqual([`${ofChaos}\n`]);
  expect(main).not.toHaveBeenCalled();
});

test.each([
  ['chaos', ofChaos, ['--seed', '--faults', '--store', '--ledger', '--flood']],
  ['production', ofProduction, ['--seconds', '--people', '--commands', '--seed', '--keep']],
  ['walk', ofWalk, ['--day', '--screens', '--keep']],
])('%s tells of each of its options', (name, help, options) => {
  expect(help).toContain(`npm run ${name} -- `);
  for (const option of [...options, '--help']) expect(help).toContain(`  ${option} `);
});
