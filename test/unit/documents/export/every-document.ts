// All that can be made of a record, by name: for what holds of each.
import {
  bulletin,
  ledgerWorkbook,
  progressReport,
  signOffSheets,
  summaryMarkdown,
  summaryWorkbook,
  urgeSheets,
  type RectificationRecord,
} from '../../../../documents';

type Make = (record: RectificationRecord) => Promise<Uint8Array>;

export const wordDocuments: Readonly<Record<string, Make>> = {
  bulletin,
  progressReport,
  signOffSheets: (record) => signOffSheets(record),
  urgeSheets: (record) => urgeSheets(record),
};

export const workbooks: Readonly<Record<string, Make>> = { ledgerWorkbook, summaryWorkbook };

export const everyDocument: Readonly<Record<string, Make>> = {
  ...wordDocuments,
  ...workbooks,
  summaryMarkdown: (record) => Promise.resolve(Buffer.from(summaryMarkdown(record))),
};
