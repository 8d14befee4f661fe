/** The workflows, as the worker loads them. Each is a machine on the engine; all thinking is there. */
import { runMachine, type Start } from '../engine/temporal';
import type { Json } from '../engine/core';
import { hostOf } from './host';
import { digestRegistry, problemRegistry, rectificationRegistry } from './registry';

const problemHost = hostOf(problemRegistry);
const rectificationHost = hostOf(rectificationRegistry);
const digestHost = hostOf(digestRegistry);

/** One problem, from handing over to closed. */
export async function problem(start: Start): Promise<Json> {
  return runMachine(start, problemHost);
}

/** One unit's one feedback. */
export async function rectification(start: Start): Promise<Json> {
  return runMachine(start, rectificationHost);
}

/** What falls on one person on one morning. */
export async function digest(start: Start): Promise<Json> {
  return runMachine(start, digestHost);
}
