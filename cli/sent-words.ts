/** How commands came out, in words and as an exit code. */
import type { Sent } from '../client';
import { problemEvents, rectificationEvents, type Stage } from '../machines';
import { exitCodes, type ExitCode } from './command';
import { kebab } from './event-options';
import { zh } from './messages/zh';
import { whyWords } from './refusal-words';

const words = zh.commands.send;

export function sentLines(sent: Sent, title: string): readonly string[] {
  const { workflow } = sent;
  switch (sent.outcome) {
    case 'accepted': {
      const say = sent.answer.duplicate ? words.repeated : words.accepted;
      return [say(workflow, title, stageWord(workflow, sent.answer.shown['stage']))];
    }
    case 'refused':
      return [
        words.refused(workflow, title, whyWords(sent.refused)),
        accepts(sent.refused.accepts),
      ];
    case 'notFound':
      return [words.notFound(workflow)];
    case 'unreachable':
      return [words.unreachable(workflow, sent.commandId)];
    case 'unknown':
      return [words.unknown(workflow, sent.commandId)];
  }
}

/** 0 only when every one was accepted. */
export function exitCodeOf(all: readonly Sent[]): ExitCode {
  if (all.every(({ outcome }) => outcome === 'accepted')) return exitCodes.done;
  const failed = all.filter(({ outcome }) => outcome !== 'accepted');
  return failed.every(({ outcome }) => outcome === 'unreachable')
    ? exitCodes.unreachable
    : exitCodes.refused;
}

export function titleOf(event: string): string {
  const all: Readonly<Record<string, { readonly title: string }>> = {
    ...rectificationEvents,
    ...problemEvents,
  };
  return all[event]?.title ?? event;
}

function stageWord(workflow: string, stage: unknown): string {
  const name = String(stage);
  const called = workflow.startsWith('problem/') ? zh.stages[name as Stage] : zh.wholeStages[name];
  return called ?? name;
}

function accepts(events: readonly string[]): string {
  if (events.length === 0) return words.acceptsNothing;
  return words.accepts(events.map((event) => `${titleOf(event)} ${kebab(event)}`).join('、'));
}
