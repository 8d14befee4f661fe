import { optionsOf } from '../../../production/options';
import { temporalSettings } from '../../../production/world/temporal-settings';

test('without options people are at work for some minutes, and the seed is the one drawn', () => {
  expect(optionsOf([], 17)).toMatchObject({ seed: 17, seconds: 150, keep: false });
});

test('what is asked for is taken', () => {
  const args = ['--seed', '5', '--seconds', '100', '--people', '60', '--commands', '6', '--keep'];
  expect(optionsOf(args, 17)).toEqual({
    ...{ seed: 5, seconds: 100, people: 60, commandsASecond: 6, keep: true },
  });
});

test.each([
  ['--seconds', '99'],
  ['--people', '41'],
  ['--commands', '0'],
  ['--seed', '-1'],
  ['--sed', '1'],
])('%s %s is refused', (...args) => {
  expect(() => optionsOf(args, 1)).toThrow();
});

test('the Temporal server is told of both databases and finds itself at its own frontend', () => {
  const service = (grpc: number) => ({ grpc, membership: grpc + 1 });
  const ports = {
    ...{ frontend: service(7000), matching: service(7010) },
    ...{ history: service(7020), worker: service(7030) },
  };
  const databases = { temporal: 'one', visibility: 'two' };
  const settings = JSON.parse(temporalSettings({ ports, databases, postgresPort: 5433 })) as never;
  expect(settings).toMatchObject({
    persistence: {
      datastores: {
        postgres: { sql: { databaseName: 'one', connectAddr: '127.0.0.1:5433' } },
        visibility: { sql: { databaseName: 'two' } },
      },
    },
    services: { matching: { rpc: { grpcPort: 7010, membershipPort: 7011 } } },
    clusterMetadata: { clusterInformation: { active: { rpcAddress: '127.0.0.1:7000' } } },
  });
});
