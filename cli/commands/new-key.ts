/** `zhenggai new-key`: a key for encryption, into a file that nobody else may read. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { textOf } from '../../codec/key-file';
import { parseKeys } from '../../codec/key-ring';
import { newKey, type NewKey } from '../../codec/new-key';
import type { CliContext, Register } from '../command';
import { withExample } from '../help';
import { privacyWords } from '../messages/privacy';
import { zh } from '../messages/zh';
import { writeNew } from '../new-file';

const words = privacyWords.newKey;
const ownerOnly = 0o600;

export const register: Register = (program, context) => {
  const command = program
    .command('new-key')
    .description(words.description)
    .helpGroup(zh.program.groups.start)
    .argument('[密钥文件]', words.file)
    .option('--standby', words.standby, false)
    .action((file: string | undefined, { standby }: { readonly standby: boolean }) =>
      perform(file, standby, context),
    );
  withExample(command, words.example);
};

function perform(
  file: string | undefined,
  standby: boolean,
  { cwd, now, out, err }: CliContext,
): void {
  const key = newKey(now().slice(0, 10));
  if (file === undefined) return out(`${key.line}\n`);
  const path = resolve(cwd, file);
  const before = existsSync(path) ? keysIn(path) : null;
  const text =
    before === null ? `${privacyWords.remark}\n${key.line}\n` : joined(before, key, standby);
  writeNew(path, text, ownerOnly);
  const { made, first, last } = words;
  err(`${(before === null ? made : standby ? last : first)(file, key.id)}\n`);
}

/** What is there must be a key file already: nothing else is written over. */
function keysIn(path: string): string {
  const text = textOf(path);
  parseKeys(text, `${path} `);
  return text.endsWith('\n') ? text : `${text}\n`;
}

function joined(before: string, { line }: NewKey, standby: boolean): string {
  if (standby) return `${before}${line}\n`;
  const remarks = /^(\s*#[^\n]*\n)*/.exec(before)?.[0] ?? '';
  return `${remarks}${line}\n${before.slice(remarks.length)}`;
}
