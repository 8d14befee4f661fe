/** iCalendar (RFC 5545): all-day dates as a text that calendars subscribe to. Pure. */
import { addDays } from '../../../domain/plain-date';
import type { PlainDate } from '../../../domain/words';

export interface DayEvent {
  /** The same for as long as it is the same matter, also when its day has moved. */
  readonly uid: string;
  readonly on: PlainDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** @param stampedAt when it is written, ISO 8601 UTC */
export function calendarText(name: string, events: readonly DayEvent[], stampedAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//zhenggai//calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => linesOf(event, stampedAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, on, summary, description, url }: DayEvent, stampedAt: string) {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stampedAt.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    // The end is the first day after.
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: PlainDate): string {
  return day.replaceAll('-', '');
}

/** 3.3.11: what has a meaning in a text is written with a backslash; other control characters are not allowed at all. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, String.raw`\$&`)
      .replace(/\r\n|\r|\n/g, String.raw`\n`)
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** Octets of a line without its end: 3.1. */
const longest = 75;

/** A line goes on in the next one that begins with a blank; no character is cut in two. */
export function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
