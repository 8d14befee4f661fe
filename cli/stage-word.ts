/** What people call a stage of a problem; the stage itself where it is of a version that this one does not know. */
import { zh } from './messages/zh';

const called: Readonly<Record<string, string>> = zh.stages;

export function stageWord(stage: string): string {
  return called[stage] ?? stage;
}
