// What a document out is made from: one rectification as the ledger has it on one day. Plain JSON; whoever fills it
// turns instants into days of the policy's zone and ids into names. Null is "not recorded": a document marks the gap.
import type {
  Basis,
  Kind,
  Lamp,
  Outcome,
  PlainDate,
  Recurrence,
  Role,
  Status,
} from '../../domain/words';

export interface RectificationRecord {
  readonly id: string;
  readonly unit: string;
  /** How documents are signed: 中共云川县水务局党组; null: as `unit`. */
  readonly signer: string | null;
  readonly inspectedBy: string | null;
  /** 巡察, 巡视, 审计…: how this feedback's inspection is called in every document. */
  readonly inspectionWord: string;
  /** Whose arrangement the inspection followed: 县委. Null: taken from `inspectedBy` where that begins with it. */
  readonly arrangedBy: string | null;
  readonly inspection: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly feedbackOn: PlainDate | null;
  readonly concentratedEnd: PlainDate | null;
  /** The day everything below is true of; dates the documents where no other date is given. */
  readonly asOf: PlainDate;
  /** The date under the signature; null: `asOf`. */
  readonly reportOn: PlainDate | null;
  readonly publicity: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly contact: Contact | null;
  /** Whom the progress report is owed to: 中共云川县委巡察工作领导小组办公室. */
  readonly addressee: string | null;
  /** Paragraphs a person wrote on how the rectification was led; empty: a marked gap. */
  readonly organisation: readonly string[];
  /** Paragraphs a person wrote on what comes next; empty: a marked gap. */
  readonly nextSteps: readonly string[];
  /** The journal's head the record was read at. */
  readonly journal: { readonly lines: number; readonly hash: string };
  /** In the order of the feedback. */
  readonly problems: readonly ProblemRecord[];
}

export interface Contact {
  readonly who: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
}

export interface ProblemRecord {
  readonly seq: number;
  /** As the feedback printed it; null where it printed none. */
  readonly number: number | null;
  readonly section: string | null;
  readonly group: string | null;
  readonly title: string;
  /** What the bulletin says of it, where a person wrote that. */
  readonly publicText: string | null;
  /** Not printed in the bulletin, for this reason. */
  readonly withheld: string | null;
  readonly kind: Kind;
  /** As people call it: 整改中. */
  readonly stage: string;
  readonly lamp: Lamp;
  readonly status: Status;
  readonly outcome: Outcome | null;
  /** From 1; a relapse begins the next. */
  readonly round: number;
  readonly predecessor: string | null;
  readonly dueOn: PlainDate | null;
  /** The feedback's or plan's own words for the date: 主汛期前. */
  readonly dueWords: string | null;
  readonly department: string | null;
  readonly assisting: readonly string[];
  /** Names, as all people below. */
  readonly handlers: readonly string[];
  readonly departmentHead: string | null;
  readonly responsibleLeader: string | null;
  readonly measures: readonly MeasureRecord[];
  readonly subFindings: readonly { readonly text: string; readonly outcome: Outcome | null }[];
  /** Progress reports and submissions as people wrote them, oldest first, of the current round. */
  readonly reports: readonly ReportRecord[];
  readonly results: readonly ResultRecord[];
  /** Granted ones, oldest first. */
  readonly extensions: readonly ExtensionRecord[];
  readonly carriedOver: { readonly to: PlainDate; readonly reason: string } | null;
  readonly suspended: SuspensionRecord | null;
  /** Oldest first. */
  readonly urges: readonly UrgeRecord[];
  /** Decisions on what was submitted, oldest first, of the current round. */
  readonly reviews: readonly ReviewRecord[];
  /** 阶段性认定 of a long-term problem. */
  readonly phase: Signing | null;
  readonly signedOff: Signing | null;
  readonly evidence: readonly EvidenceRecord[];
  readonly lookBack: LookBackRecord | null;
}

export interface MeasureRecord {
  readonly ordinal: number;
  readonly text: string;
  readonly department: string | null;
  readonly due: PlainDate | null;
  readonly recurrence: Recurrence | null;
  readonly done: boolean;
  /** Null for one that is not done, or was taken over as done. */
  readonly doneOn: PlainDate | null;
}

export interface ReportRecord {
  readonly kind: 'progress' | 'submission' | 'upkeep';
  readonly on: PlainDate;
  readonly byName: string;
  readonly text: string;
}

/** What can be counted: rules issued, money recovered, people dealt with. Only what a person recorded. */
export interface ResultRecord {
  readonly kind: 'rules' | 'money' | 'people' | 'other';
  readonly text: string;
}

export interface ExtensionRecord {
  readonly from: PlainDate | null;
  readonly to: PlainDate;
  readonly reason: string;
  readonly grantedOn: PlainDate;
}

export interface SuspensionRecord {
  readonly since: PlainDate;
  readonly reason: string;
  readonly reviewOn: PlainDate | null;
}

export interface UrgeRecord {
  readonly on: PlainDate;
  readonly byName: string;
  readonly text: string;
  /** Its own last date. */
  readonly due: PlainDate | null;
  readonly acknowledgedOn: PlainDate | null;
  readonly acknowledgedBy: string | null;
}

export interface ReviewRecord {
  readonly on: PlainDate;
  /** Who decided. */
  readonly byName: string;
  readonly role: Role;
  /** Who entered it for them; null: they themselves. */
  readonly recordedByName: string | null;
  readonly basis: Basis;
  readonly decision: 'approved' | 'returned';
  readonly text: string | null;
}

export interface Signing {
  readonly on: PlainDate;
  readonly byName: string;
}

export interface EvidenceRecord {
  readonly name: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export interface LookBackRecord {
  readonly on: PlainDate;
  readonly byName: string;
  readonly verdict: 'passed' | 'relapsed';
  readonly text: string | null;
}
