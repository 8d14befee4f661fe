/** 备份与恢复, 打包与接收: the record as one file, and back. */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables';
import { restoreLedger, type Restoring } from './restore';
import { unpackRectification, type Unpacked, type Unpacking } from './unpack';
import { writeLedger, type Carried, type Writing } from './write';

export interface Archives {
  readonly write: (writing: Writing) => Promise<Carried>;
  readonly restore: (restoring: Restoring) => Promise<void>;
  readonly unpack: (unpacking: Unpacking) => Promise<Unpacked>;
}

export function archivesOf(db: Kysely<Tables>): Archives {
  return {
    write: (writing) => writeLedger(db, writing),
    restore: (restoring) => restoreLedger(db, restoring),
    unpack: (unpacking) => unpackRectification(db, unpacking),
  };
}
