/** Why lines could not be recorded, in the words that an operator reads beside the activity. It is tried again without end. */
import { ApplicationFailure } from '@temporalio/common';

export function recordFailure(error: unknown): ApplicationFailure {
  const message = error instanceof Error ? error.message : String(error);
  return ApplicationFailure.create({
    type: 'RecordFailed',
    message: `流转记录暂时写不进去：${wordsOf(error) ?? message}。已受理的事项照常进行，写得进时自动按顺序补记。`,
    cause: error instanceof Error ? error : new Error(message),
  });
}

/** Null where the error's own words must do. */
function wordsOf(error: unknown): string | null {
  const { code = '', message = '', path } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : `（${path}）`;
  // PostgreSQL's own number, and what it says of a file.
  if (code === '53100' || /no space left on device/i.test(message)) return `磁盘已满${where}`;
  const words = ofCode[code] ?? (/^(08|57P)/.test(code) ? away : null);
  if (words !== null) return `${words}${where}`;
  return /connection (terminated|timeout)|timeout exceeded/i.test(message) ? away : null;
}

const away = '台账的数据库没有应答';

const ofCode: Readonly<Record<string, string>> = {
  EDQUOT: '磁盘配额已满',
  EROFS: '磁盘是只读的',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EIO: '磁盘读写出错',
  ECONNREFUSED: away,
  ECONNRESET: away,
  ENOTFOUND: away,
  ETIMEDOUT: away,
};
