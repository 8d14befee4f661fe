/** What the Temporal server is told, after its own `config/development-postgres12.yaml`. Pure. */

interface ServicePorts {
  readonly grpc: number;
  readonly membership: number;
}

export interface Ports {
  readonly frontend: ServicePorts;
  readonly matching: ServicePorts;
  readonly history: ServicePorts;
  readonly worker: ServicePorts;
}

export interface TemporalSettings {
  readonly ports: Ports;
  readonly databases: { readonly temporal: string; readonly visibility: string };
  readonly postgresPort: number;
}

/** Fixed for the life of a cluster; for one small machine. */
const shards = 16;

/** JSON, which is YAML too. */
export function temporalSettings({ ports, databases, postgresPort }: TemporalSettings): string {
  const store = (databaseName: string, maxConns: number) => ({
    sql: {
      ...{ pluginName: 'postgres12', databaseName, connectProtocol: 'tcp', user: 'postgres' },
      ...{ connectAddr: `127.0.0.1:${postgresPort}`, password: 'trusted' },
      ...{ maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' },
    },
  });
  const service = ({ grpc, membership }: ServicePorts) => ({
    rpc: { grpcPort: grpc, membershipPort: membership, bindOnLocalHost: true },
  });
  const services = Object.entries<ServicePorts>({ ...ports });
  return JSON.stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      ...{ defaultStore: 'postgres', visibilityStore: 'visibility', numHistoryShards: shards },
      datastores: {
        postgres: store(databases.temporal, 20),
        visibility: store(databases.visibility, 5),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(services.map(([name, each]) => [name, service(each)])),
    clusterMetadata: {
      ...{ enableGlobalNamespace: false, failoverVersionIncrement: 10 },
      ...{ masterClusterName: 'active', currentClusterName: 'active' },
      clusterInformation: {
        active: {
          ...{ enabled: true, initialFailoverVersion: 1, rpcName: 'frontend' },
          rpcAddress: `127.0.0.1:${ports.frontend.grpc}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
  });
}
