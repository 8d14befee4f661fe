/** The machine and the versions that a result was made with. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type as system } from 'node:os';
import { version as temporalSdk } from '@temporalio/worker/package.json';
import { version as xstate } from 'xstate/package.json';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly temporalSdk: string;
  readonly temporalServer: string;
  readonly xstate: string;
  /** Processes that wanted a core in the last minute before the bench began. */
  readonly load: number;
}

/** @param temporalProgram the `temporal` program that is the server */
export function thisMachine(temporalProgram: string): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${system()} ${release()}`,
    node: process.version,
    temporalSdk,
    temporalServer: execFileSync(temporalProgram, ['--version'], { encoding: 'utf8' }).trim(),
    xstate,
    load: loadavg()[0] ?? 0,
  };
}

export function machineWords(machine: Machine): string {
  const { cpu, cores, memoryGb, system: name, node, temporalSdk: sdk, xstate: xs } = machine;
  return [
    `${cores} × ${cpu}, ${memoryGb} GB, ${name}, load ${machine.load.toFixed(1)} before`,
    `Node ${node}, Temporal SDK ${sdk}, XState ${xs}, ${machine.temporalServer}`,
  ].join('; ');
}
