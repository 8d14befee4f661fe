/** What a store holds, read from its files as a person could. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../chaos/store';

export interface Mail {
  readonly key: string;
  readonly person: string;
  readonly text: string;
}

export function outbox(store: string): readonly Mail[] {
  const folder = join(store, 'outbox');
  const files = filesIn(folder).filter((file) => file.endsWith('.md') && !/(^|\/)\./.test(file));
  return files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const field = (name: string): string =>
      new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    return { key: field('key'), person: field('person'), text };
  });
}

/** What each person was told of which problem, one entry a time: said twice is delivered twice. */
export function tellings(mails: readonly Mail[]): readonly string[] {
  return mails.flatMap(({ person, text }) =>
    text
      .split(/\n\n(?=\d+\.【)/)
      .slice(1)
      .map((entry) => {
        const [subject = '', ...rest] = entry.split('\n').map((line) => line.trim());
        const facts = rest.filter((line) => /^(情况|您的身份|下一步)：/.test(line));
        return [person, subject.replace(/^\d+\./, ''), ...facts].join(' | ');
      }),
  );
}

export function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
