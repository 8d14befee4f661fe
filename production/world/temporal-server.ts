/** A Temporal server on PostgreSQL: schema, settings and process; all four services in one process, a namespace of ours. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { startProgram, type Program } from '../../chaos/world/process';
import { freePort } from '../../chaos/world/free-port';
import { temporalSettings, type Ports } from './temporal-settings';

export interface TemporalServer {
  readonly address: string;
  readonly namespace: string;
  readonly stop: () => Promise<void>;
}

export interface TemporalPlace {
  /** With the programs `server` and `sql`, and `schema`. */
  readonly programs: string;
  /** Settings and log are made there. */
  readonly folder: string;
  readonly postgresPort: number;
}

const namespace = 'zhenggai';
const databases = { temporal: 'temporal', visibility: 'temporal_visibility' } as const;
const startWithin = 60_000;
const day = 86_400;

/** @throws Error where it does not come up, with what the tool or the server said last */
export async function startTemporal(place: TemporalPlace): Promise<TemporalServer> {
  for (const [schema, database] of Object.entries(databases)) makeSchema(place, schema, database);
  const ports = await freePorts();
  const settings = join(place.folder, 'temporal');
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    join(settings, 'production.yaml'),
    temporalSettings({ ports, databases, postgresPort: place.postgresPort }),
  );
  const args = ['--root', place.folder, '--config', 'temporal', '--env', 'production'];
  const log = join(place.folder, 'temporal.log');
  const program = startProgram(
    join(place.programs, 'server'),
    [...args, '--allow-no-auth', 'start'],
    { PATH: process.env['PATH'] },
    log,
  );
  const address = `127.0.0.1:${ports.frontend.grpc}`;
  const stop = () => stopped(program);
  try {
    await makeNamespace(address);
  } catch (error) {
    await stop();
    throw new Error(`the Temporal server does not answer; its log is ${log}`, { cause: error });
  }
  return { address, namespace, stop };
}

function makeSchema({ programs, postgresPort }: TemporalPlace, schema: string, database: string) {
  const reach = ['--plugin', 'postgres12', '--endpoint', '127.0.0.1', '-p', String(postgresPort)];
  const whole = [...reach, '-u', 'postgres', '--db', database];
  const versions = join(programs, 'schema', schema);
  for (const step of [['create'], ['setup-schema', '-v', '0.0'], ['update-schema', '-d', versions]])
    runQuietly(join(programs, 'sql'), [...whole, ...step]);
}

/** The tool tells every statement. @throws Error with the last of what it said */
function runQuietly(program: string, args: readonly string[]): void {
  try {
    execFileSync(program, args, { stdio: 'pipe' });
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(-500) : String(error);
    throw new Error(`Temporal's database was not made: ${said}`, { cause: error });
  }
}

async function freePorts(): Promise<Ports> {
  const service = async () => ({ grpc: await freePort(), membership: await freePort() });
  return {
    frontend: await service(),
    matching: await service(),
    history: await service(),
    worker: await service(),
  };
}

/** As whoever runs a cluster does once, before anybody uses it; repeated until the server is there and knows of it. */
async function makeNamespace(address: string): Promise<void> {
  const giveUp = performance.now() + startWithin;
  for (;;) {
    try {
      return await registerNamespace(address);
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await pause(300);
    }
  }
}

async function registerNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 1000 });
  try {
    const { workflowService, operatorService } = connection;
    const retention = { seconds: 3 * day } as never;
    await workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention })
      .catch((error: unknown) => {
        if (!String(error).includes('already')) throw error;
      });
    await workflowService.describeNamespace({ namespace });
    // Every service has it in its memory only some seconds later.
    await operatorService.listSearchAttributes({ namespace });
  } finally {
    await connection.close();
  }
}

async function stopped(program: Program): Promise<void> {
  program.kill();
  await program.ended;
}
