import { tmpdir } from 'node:os';
import type { CliContext } from '../../../cli/command';
import { ranIn } from './ran';

const complete = {
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  DATABASE_URL: 'postgresql://zhenggai@127.0.0.1:1/zhenggai',
  WEB_SECRET: 'of all processes of one installation',
};
const run = (args: readonly string[], env: CliContext['env']) => ranIn(tmpdir(), args, env);

describe('a page process says what it lacks before it connects anywhere', () => {
  test.each([
    ['the ledger that it shares', { DATABASE_URL: '' }, 'DATABASE_URL'],
    ['the server', { TEMPORAL_ADDRESS: '' }, 'TEMPORAL_ADDRESS'],
    ['the secret that all have in common', { WEB_SECRET: '' }, 'WEB_SECRET'],
    ['a secret worth the name', { WEB_SECRET: 'short' }, 'WEB_SECRET'],
    ['a Temporal UI that is an address', { TEMPORAL_UI_URL: 'there' }, 'TEMPORAL_UI_URL'],
  ])('%s', async (_lack, env, variable) => {
    const { code, err } = await run(['web'], { ...complete, ...env });
    expect(code).toBe(2);
    expect(err).toContain(variable);
  });

  test.each(['0', '65536', 'http'])('port %s is none', async (port) => {
    const { code, err } = await run(['web', '--port', port], complete);
    expect(code).toBe(2);
    expect(err).toContain('65535');
  });
});

test.each(['9464', '127.0.0.1', 'http://127.0.0.1:9464'])(
  'a worker refuses %s as an address for metrics',
  async (METRICS_ADDRESS) => {
    const { code, err } = await run(['worker'], { ...complete, METRICS_ADDRESS });
    expect(code).toBe(2);
    expect(err).toContain('METRICS_ADDRESS');
  },
);
