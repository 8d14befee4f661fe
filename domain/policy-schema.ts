/** A policy file: its fields, and how it is read. Not for workflows, which get the policy as plain data. */
import { z } from 'zod';
import { pathParts } from './field-path';
import { completed } from './policy-completion';
import { checkPolicy } from './policy-check';
import { PolicyError } from './policy-error';
import type { Policy } from './policy';
import { role } from './role-schema';
import { readYaml } from './yaml-document';

const word = z.string().trim().min(1);

const whole = (least: number, most: number) =>
  z
    .int({ error: wholeWords(least, most) })
    .min(least)
    .max(most);
const workingDays = (least: number) => whole(least, 750);
const calendarDays = (least: number) => whole(least, 1100);
const months = (least: number) => whole(least, 120);

const audience = z.array(role).min(1, { error: '提醒至少要有一个对象' });
const chain = z.array(role).min(1, { error: '至少要有一级' });

const weekly = z.strictObject({ fromDays: calendarDays(1), times: whole(1, 520) });

const ladder = z.strictObject({
  before: z.array(z.strictObject({ days: calendarDays(0), audience })),
  after: z.array(z.strictObject({ workingDays: workingDays(1), audience })),
  weekly: weekly.extend({ audience }).nullable(),
  monthly: z.strictObject({ audience }).nullable(),
});

const reviewLadder = z.strictObject({
  onDay: z.boolean(),
  afterWorkingDays: z.array(workingDays(1)),
  escalateAfterWorkingDays: workingDays(1),
  weekly: weekly.nullable(),
  monthly: z.boolean(),
});

const policyFile: z.ZodType<Policy> = z
  .strictObject({
    name: word,
    version: word,
    sendAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '应是 HH:MM，如 09:00' }),
    digestSeconds: z.number().min(0, { error: '不能是负数' }).max(3600, { error: '不超过3600' }),
    concentratedMonths: z.literal([2, 3, 6]),
    reviewRoom: z.strictObject({ 2: workingDays(0), 3: workingDays(0), 6: workingDays(0) }),
    acceptanceWorkingDays: workingDays(1),
    immediateWorkingDays: workingDays(1),
    planMonths: months(1),
    reportMonths: months(1),
    review: z.strictObject({ workingDays: workingDays(1), chain }),
    returnWorkingDays: workingDays(1),
    resumeWorkingDays: workingDays(1),
    extension: z.strictObject({ limit: whole(0, 99), chain }),
    carryOver: z.strictObject({ chain }),
    reclassify: z.strictObject({ chain }),
    upkeep: z.strictObject({ everyMonths: months(1), forMonths: months(1) }),
    lookBack: z.strictObject({ afterMonths: months(1), withinMonths: months(1) }),
    publicity: z.strictObject({
      days: calendarDays(1),
      count: z.enum(['working', 'calendar']),
      inclusive: z.boolean(),
    }),
    approachingDays: calendarDays(0),
    ladders: z.strictObject({ work: ladder, acceptance: ladder, review: reviewLadder }),
    timeScale: z
      .strictObject({
        daySeconds: z.number().positive({ error: '应大于0' }).max(86_400, { error: '不超过86400' }),
      })
      .nullable(),
  })
  // as a transform, which unlike a refinement runs only where every field is right by itself
  .transform((policy, context) => {
    for (const { path, message } of checkPolicy(policy)) {
      context.addIssue({ code: 'custom', path: [...pathParts(path)], message });
    }
    return policy;
  });

/**
 * The policy of a YAML file. Fields it leaves out, within others too, are those of `base`; its name and version are
 * always its own. Without a base every field must be there, as in the default policy's own file.
 *
 * @param text the file's content
 * @param name the file's name, for the error
 * @param base the default policy, or null
 * @throws PolicyError with every mistake and its line, also for reminders that make no sense
 */
export function readPolicy(text: string, name: string, base: Policy | null = null): Policy {
  const schema = z.preprocess((given) => completed(given, base), policyFile);
  const reading = readYaml(text, schema);
  if (reading.kind === 'mistakes') throw new PolicyError(name, reading.mistakes);
  return reading.value;
}

function wholeWords(least: number, most: number) {
  return ({ input }: { input?: unknown }): string =>
    `${input === undefined ? '缺少，应填' : '应是'}${least}到${most}的整数`;
}
