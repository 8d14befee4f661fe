/** 收件: files uploaded, and the lists that are being worked on. */
import { catalogue } from '../../catalogue';

export const listWords = catalogue(
  {
    title: '收件',
    intro:
      '上传反馈意见或问题清单，看清读到了什么、拿不准什么、缺什么，就地改好，再启动整改。确认之前什么都不会启动。',
    file: '文件',
    fileHint:
      'Word（.docx）、Excel（.xlsx、.xls）、CSV、网页、文本，或本单位的清单（YAML、JSON）；不超过 20 MB。格式看内容，不看扩展名。',
    forUnit: '为哪个单位收文',
    upload: '上传并读取',
    template: '下载空白清单（Excel）',
    noFile: '没有选文件。请选一个文件再上传。',
    notRead: '文件没有读进来',
    drafts: '尚未收文的清单',
    noDrafts: '没有正在整理的清单。',
    keptFor: (days: number) => `清单保存在台账的数据库中，${days}天没有改动即删除。`,
    draftOf: (unit: string, on: string) => `${unit} · ${on} 改动`,
    stages: { open: '整理中', receiving: '正在收文', interrupted: '没有收完', received: '已收文' },
    discard: '删除这份清单',
    discarded: '清单已删除。',
    gone: '这份清单已经不在了。',
  },
  {
    title: 'Receive',
    intro:
      'Upload feedback or a list of problems, see what was understood, what is uncertain and what is missing, correct it here, then start. Nothing starts before you say so.',
    file: 'File',
    fileHint:
      'Word (.docx), Excel (.xlsx, .xls), CSV, web page, text, or a list of your own (YAML, JSON); 20 MB at most. What counts is the content, not the extension.',
    forUnit: 'For which unit',
    upload: 'Upload and read',
    template: 'Download an empty list (Excel)',
    noFile: 'No file was chosen. Choose one, then upload.',
    notRead: 'The file was not taken in',
    drafts: 'Lists not received yet',
    noDrafts: 'No list is being worked on.',
    keptFor: (days: number) =>
      `Lists are kept in the ledger’s database and deleted after ${days} days without a change.`,
    draftOf: (unit: string, on: string) => `${unit} · changed ${on}`,
    stages: {
      open: 'being corrected',
      receiving: 'being received',
      interrupted: 'interrupted',
      received: 'received',
    },
    discard: 'Delete this list',
    discarded: 'The list was deleted.',
    gone: 'This list is no longer there.',
  },
);
