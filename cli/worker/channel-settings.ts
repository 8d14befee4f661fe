/** Reads CHANNELS_FILE, and what it takes from the environment and from files of their own. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  ChannelSettingsError,
  readChannelSettings,
  type ChannelSettings,
  type Reveal,
} from '../../activities/channels/settings';
import { CliFailure, exitCodes, type CliContext } from '../command';

/** Null where the variable is not set. @throws CliFailure when the file cannot be read or used */
export function channelSettings({
  env,
  cwd,
}: Pick<CliContext, 'env' | 'cwd'>): ChannelSettings | null {
  const name = env['CHANNELS_FILE'] ?? '';
  if (name === '') return null;
  const file = resolve(cwd, name);
  try {
    return readChannelSettings(contentOf(file, 'CHANNELS_FILE'), name, revealFor(env, file));
  } catch (error) {
    if (!(error instanceof ChannelSettingsError || error instanceof Unreadable)) throw error;
    const facts =
      error instanceof ChannelSettingsError ? { code: 'channels', mistakes: error.mistakes } : null;
    throw new CliFailure(error.message, exitCodes.usage, facts);
  }
}

/** `env:NAME`, and `file:path` beside the settings. */
function revealFor(env: CliContext['env'], settings: string): Reveal {
  return (reference) => {
    const [, kind, name = ''] = /^(env|file):(.*)$/.exec(reference) ?? [];
    const value =
      kind === 'env' ? (env[name] ?? '') : contentOf(resolve(dirname(settings), name), name);
    if (value.trim() !== '') return value.trim();
    throw new Unreadable(kind === 'env' ? `没有设置环境变量 ${name}` : `文件 ${name} 是空的`);
  };
}

class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

function contentOf(file: string, called: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? '没有这个文件' : `不能读取（${code}）`;
    throw new Unreadable(`${called}（${file}）：${why}`);
  }
}
