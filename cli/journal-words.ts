/** 流转记录 as people read it: a line a step. */
import { realTime } from '../domain/plan-clock';
import type { JournalLine } from '../ledger';
import { problemEvents, rectificationEvents } from '../machines';
import { localTime } from '../machines/local-time';
import { evidenceWords } from './messages/evidence';
import { ledgerWords } from './messages/ledger';
import { journalWords, ownSteps } from '../words/journal';
import { zh } from './messages/zh';

const words = ledgerWords.journal;

/** What people did and what befell the problem; the system's own steps only on request. */
export function journalLines(lines: readonly JournalLine[], all: boolean): string {
  const shown = lines.filter((line) => all || !ownSteps.has(String(line['kind'])));
  return [...shown.map(lineWords), words.count(shown.length, lines.length)].join('\n');
}

/** `   4  2026-11-02 09:00  领办  handler-a  → 待方案获批`, with the lamp where one is lit */
export function lineWords(line: JournalLine): string {
  const kind = journalWords.zh.kinds[String(line['kind'])] ?? '';
  const parts = [
    ('sequence' in line ? String(line.sequence) : '·').padStart(4),
    timeOf(line),
    [kind, eventTitle(String(line['event']))].filter((part) => part !== '').join(' '),
    whoOf(line),
    stageOf(line),
    whatOf(line),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** The word for a key; the key itself where there is none, nothing for null. */
export function plainly(called: Readonly<Record<string, string>>, key: string | null): string {
  return key === null ? '' : (called[key] ?? key);
}

const titles: Readonly<Record<string, { readonly title: string } | undefined>> = {
  ...rectificationEvents,
  ...problemEvents,
};

function eventTitle(event: string): string {
  // XState's own name of a delay says where in the chart it is; what it means follows as a line of its own.
  if (event.startsWith('xstate.after.')) return '';
  return titles[event]?.title ?? journalWords.zh.events[event] ?? event;
}

function timeOf({ at }: JournalLine): string {
  return Number.isNaN(Date.parse(String(at))) ? String(at) : localTime(realTime, String(at));
}

function whoOf({ by }: JournalLine): string {
  const { decidedBy, recordedBy = decidedBy } = record(by);
  return typeof decidedBy === 'string' ? words.by(decidedBy, String(recordedBy)) : '';
}

function stageOf(line: JournalLine): string {
  const { stage, lamp } = record('shown' in line ? line.shown : null);
  if (typeof stage !== 'string') return '';
  const shines = typeof lamp === 'string' && lamp !== 'normal';
  return `→ ${plainly(zh.stages, stage)}${shines ? ` ${plainly(zh.lamps, lamp)}` : ''}`;
}

/** What was written, what was filed with it, and why it was refused. */
function whatOf({ fields, reason }: JournalLine): string {
  const { text, reason: given, why, evidence } = record(fields);
  const said = [text, given, why, filedWords(evidence), reason].filter(
    (each) => typeof each === 'string',
  );
  return said.join('；').replace(/\s+/g, ' ');
}

function filedWords(evidence: unknown): string | null {
  if (!Array.isArray(evidence) || evidence.length === 0) return null;
  return evidenceWords.named(evidence.map((file) => String(record(file)['name'])).join('、'));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
