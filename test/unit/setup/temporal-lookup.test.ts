import { candidates, lookUp } from '../../../setup/temporal-lookup.js';

const linux = { env: {}, platform: 'linux', cache: '/project/.cache/temporal' } as const;

const pathsOf = (...given: Parameters<typeof candidates>): string[] =>
  candidates(...given).map(({ path }) => path);

test('looks along PATH first, then in the cache: by hand, from the SDK, from the wheel', () => {
  const machine = { ...linux, env: { PATH: '/usr/bin:/opt/bin' } };

  expect(pathsOf('temporal', machine)).toEqual([
    '/usr/bin/temporal',
    '/opt/bin/temporal',
    '/project/.cache/temporal/temporal',
    '/project/.cache/temporal/sdk/temporal',
    '/project/.cache/temporal/venv/bin/temporal',
    '/project/.cache/temporal/wheel/bin/temporal',
  ]);
});

test('looks only where the environment variable points, once it is set', () => {
  const env = { PATH: '/usr/bin', TEMPORAL_CLI_PATH: '/mine/temporal' };

  expect(pathsOf('temporal', { ...linux, env })).toEqual(['/mine/temporal']);
});

test('gives each program its own variable', () => {
  const env = { TEMPORAL_CLI_PATH: '/mine/temporal' };

  expect(pathsOf('testServer', { ...linux, env })).not.toContain('/mine/temporal');
});

test('takes an empty variable for one that is not set', () => {
  const env = { TEMPORAL_TEST_SERVER_PATH: '' };

  expect(pathsOf('testServer', { ...linux, env })).toContain(
    '/project/.cache/temporal/temporal-test-server',
  );
});

test('looks for .exe files, in Scripts, on Windows', () => {
  const windows = {
    env: { Path: 'C:\\tools;C:\\more' },
    platform: 'win32',
    cache: 'C:\\project\\.cache\\temporal',
  } as const;

  expect(pathsOf('testServer', windows)).toEqual([
    'C:\\tools\\temporal-test-server.exe',
    'C:\\more\\temporal-test-server.exe',
    'C:\\project\\.cache\\temporal\\temporal-test-server.exe',
    'C:\\project\\.cache\\temporal\\sdk\\temporal-test-server.exe',
    'C:\\project\\.cache\\temporal\\venv\\Scripts\\temporal-test-server.exe',
    'C:\\project\\.cache\\temporal\\wheel\\bin\\temporal-test-server.exe',
  ]);
});

test('passes over a program that does not run and says where it found the one that does', () => {
  const machine = { ...linux, env: { PATH: '/broken' } };
  const runs = (path: string): boolean => path.includes('/venv/');

  expect(lookUp('temporal', machine, runs)).toEqual({
    path: '/project/.cache/temporal/venv/bin/temporal',
    from: 'PyPI wheel',
  });
});

test('finds nothing where nothing runs', () => {
  expect(lookUp('temporal', linux, () => false)).toBeUndefined();
});
