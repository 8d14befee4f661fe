/** A channel that sends whatever it is given, as often as it is given it: only the ledger keeps a message from coming twice. */
import { appendFile } from 'node:fs/promises';
import type { Channel } from '../../activities/channels/channel';
import { blind } from './messages';

/** @param file gets a line for each message sent */
export function blindChannel(file: string): Channel {
  return {
    name: blind,
    send: async ({ key }) => {
      await appendFile(file, `${key}\n`);
      return { key, channel: blind, outcome: 'sent', at: new Date().toISOString(), detail: '' };
    },
  };
}
