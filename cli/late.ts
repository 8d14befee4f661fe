/** The heavy parts, each loaded when something of it is first done: help and most commands do without. */
import type * as ImportPart from '../documents/import-feedback';
import type * as ReconcilePart from './reconcile/reconcile-all';
import type * as Server from './connected';
import type * as LedgerPart from '../ledger';

/** Database and record. */
export const ledgerPart = () => require('../ledger') as typeof LedgerPart;
/** Temporal's client, and ours. */
export const serverPart = () => require('./connected') as typeof Server;
/** Every kind of file read. */
export const importPart = () => require('../documents/import-feedback') as typeof ImportPart;
/** Ledger, histories and files compared. */
export const reconcilePart = () => require('./reconcile/reconcile-all') as typeof ReconcilePart;
