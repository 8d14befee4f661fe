// What people did about one problem, gathered line by line in the order of the journal: reports, reviews, urges, petitions.
import type { PlainDate } from '../../domain/words';
import type {
  ExtensionRecord,
  EvidenceRecord,
  LookBackRecord,
  ReportRecord,
  ReviewRecord,
  Signing,
  SuspensionRecord,
  UrgeRecord,
} from '../export/record';
import type { Values } from './line';
import type { Named } from './names';

export interface Deeds {
  readonly reports: readonly ReportRecord[];
  readonly reviews: readonly ReviewRecord[];
  readonly extensions: readonly ExtensionRecord[];
  readonly urges: readonly UrgeRecord[];
  readonly evidence: readonly EvidenceRecord[];
  readonly carriedOver: { readonly to: PlainDate; readonly reason: string } | null;
  readonly suspended: SuspensionRecord | null;
  readonly phase: Signing | null;
  readonly signedOff: Signing | null;
  readonly lookBack: LookBackRecord | null;
  /** Asked for and not decided yet. */
  readonly asked: { readonly due: PlainDate | null; readonly reason: string } | null;
}

export const noDeeds: Deeds = {
  reports: [],
  reviews: [],
  extensions: [],
  urges: [],
  evidence: [],
  carriedOver: null,
  suspended: null,
  phase: null,
  signedOff: null,
  lookBack: null,
  asked: null,
};

/** What is known when a line is read: where the problem stood before it, who is who, and the days of instants. */
export interface Scene {
  readonly statusBefore: string | null;
  readonly factsBefore: Values;
  readonly dueBefore: PlainDate | null;
  readonly people: ReadonlyMap<string, Named>;
  readonly dayOf: (at: string) => PlainDate;
}
