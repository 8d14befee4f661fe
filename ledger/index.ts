export type { Archives } from './archive/archives';
export { checkBackup } from './archive/restore';
export { ArchiveRefused, CannotPack, LedgerNotEmpty, RectificationDiffers } from './archive/errors';
export type { Manifest } from './archive/manifest';
export type { ArchiveStep, TellStep } from './archive/progress';
export type { Unpacked } from './archive/unpack';
export type { Carried } from './archive/write';
export { chainOf } from './chain';
export { JournalGap, LedgerTooNew } from './errors';
export { EvidenceMissing, EvidenceRefused, EvidenceStoreFailed } from './evidence/errors';
export { createEvidenceFolder, defaultLimit } from './evidence/evidence-folder';
export type { EvidenceFile, EvidenceStore } from './evidence/evidence-store';
export { extensionsTaken } from './evidence/file-types';
export { saveFile, type Saved } from './evidence/save-file';
export {
  verifyEvidence,
  type EvidenceFault,
  type VerifiedEvidence,
} from './evidence/verify-evidence';
export type { Figures } from './figures';
export { inOrderOfTime, type JournalLine } from './in-order';
export { openEmbeddedLedger, openLedger, type Ledger } from './ledger';
export type { Feeds } from './feeds';
export type { Overview } from './overview';
export type { Drafts, ListedDraft } from './drafts';
export type { Count } from './read';
export type { CourseStep } from './read-course';
export type { DueDate } from './read-dates';
export type { PlaceCount, Sums } from './read-places';
export type { FiledEvidence } from './read-evidence';
export type { LatestLine } from './read-latest';
export type { ChainLine } from './read-rectification';
export type { RecordedLine } from './recording';
export type { Refusal, RefusedLine } from './refusals';
export type { LineFilter } from './search/lines';
export type { Acting } from './search/acting';
export type { Page, ProblemFilter } from './search/problems';
export {
  sortColumns,
  type SortColumn,
  type Sorted,
  type SortedRow,
  type Sorting,
  type SortPlace,
} from './search/sorted';
export type {
  AuthorPartRow,
  DeliveryRow,
  DocumentRow,
  DraftRow,
  EvidenceRow,
  FeedRow,
  JournalRow,
  PersonRow,
  ProblemRow,
  RectificationRow,
  TokenRow,
} from './tables';
export type { Tokens } from './tokens';
export type { Fault, Verified } from './verify';
export type { Range } from './keeping/comparing';
export type { DerivedDiffering } from './keeping/derive-differing';
export type { Keeping } from './keeping/keeping';
export { reconcile, type Reconciled, type Source } from './keeping/reconcile';
