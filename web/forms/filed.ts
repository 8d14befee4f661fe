/** Files that came with a form: put into the evidence store, and carried along in the form until something comes of it. */
import { createHmac } from 'node:crypto';
import { isRecord } from '../../engine/core';
import { EvidenceRefused, EvidenceStoreFailed, type EvidenceStore } from '../../ledger';
import type { Language } from '../../words/catalogue';
import { formWords } from '../../words/pages/forms';
import { sameText } from '../security';

/** What of a file enters an event. */
export interface FiledFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

/** A file in the store, as the form carries it. */
export interface Kept {
  readonly file: FiledFile;
  /** What the form sends back for it; nobody else can make one. */
  readonly sealed: string;
}

export interface Filing {
  readonly kept: readonly Kept[];
  /** In words; null where all are kept. */
  readonly fault: string | null;
}

/** What a form calls its files. */
export interface FilesField {
  /** Those that are chosen now. */
  readonly chosen: string;
  /** Those that are kept already. */
  readonly kept: string;
  /** How many it takes. */
  readonly most: number;
}

/** Where files go, and what the form's seals are made with. */
export interface Keeping {
  readonly evidence: Pick<EvidenceStore, 'put'>;
  readonly secret: string;
}

/**
 * Keeps the new files beside those that the form brought along. Whoever calls has made sure that the sender may act here.
 */
export async function fileAll(
  { evidence, secret }: Keeping,
  form: FormData,
  field: FilesField,
  language: Language,
): Promise<Filing> {
  const words = formWords[language];
  const { most } = field;
  const carried = form.getAll(field.kept).map((each) => opened(each, secret));
  const kept = carried.flatMap((each) => each ?? []);
  const chosen = form
    .getAll(field.chosen)
    .filter((each) => each instanceof File && each.name !== '');
  if (kept.length + chosen.length > most) return { kept, fault: words.tooManyFiles(most) };
  const faults = carried.includes(null) ? [words.filesAgain] : [];
  for (const file of chosen as readonly File[]) {
    const put = await putOne(evidence, file, language);
    if (typeof put === 'string') faults.push(put);
    else kept.push(sealedFile(put, secret));
  }
  return { kept, fault: faults.length === 0 ? null : faults.join(' ') };
}

const megabyte = 1024 * 1024;

async function putOne(
  store: Pick<EvidenceStore, 'put'>,
  file: File,
  language: Language,
): Promise<FiledFile | string> {
  const words = formWords[language];
  try {
    const { sha256, name, size } = await store.put(file.stream(), file.name);
    return { sha256, name, size };
  } catch (error) {
    if (error instanceof EvidenceRefused)
      return words.fileRefused[error.why](error.file, Math.floor(error.limit / megabyte));
    if (error instanceof EvidenceStoreFailed) return words.storeFailed(file.name);
    throw error;
  }
}

function sealedFile(file: FiledFile, secret: string): Kept {
  const text = Buffer.from(JSON.stringify(file)).toString('base64url');
  return { file, sealed: `${text}.${sealOf(text, secret)}` };
}

/** Null for what was not sealed here. */
function opened(sealed: string | File, secret: string): Kept | null {
  if (typeof sealed !== 'string') return null;
  const [text = '', seal = ''] = sealed.split('.');
  if (!sameText(seal, sealOf(text, secret))) return null;
  const file: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
  return isRecord(file) ? { file: file as unknown as FiledFile, sealed } : null;
}

function sealOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(`file ${text}`).digest('base64url');
}
