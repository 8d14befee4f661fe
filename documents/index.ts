// Files in, files out. What other folders may use.
export { importFeedback } from './import-feedback';
export { ImportError, type ImportErrorCode } from './import-error';
export type { ImportWarning } from './import-warning';
export type {
  ImportedFeedback,
  ImportedKind,
  ImportedMeasure,
  ImportedPeriod,
  ImportedProblem,
  ImportedStatus,
  ImportQuestion,
  KindBasis,
  MeasureRecurrence,
} from './imported-feedback';
export type {
  Contact,
  EvidenceRecord,
  ExtensionRecord,
  LookBackRecord,
  MeasureRecord,
  ProblemRecord,
  RectificationRecord,
  ReportRecord,
  ResultRecord,
  ReviewRecord,
  Signing,
  SuspensionRecord,
  UrgeRecord,
} from './export/record';
export { bulletin } from './export/bulletin/bulletin';
export { progressReport } from './export/progress-report/report';
export { ledgerWorkbook } from './export/ledger/ledger';
export { signOffSheets } from './export/forms/sign-off-sheets';
export { urgeSheets } from './export/forms/urge-sheets';
export { summaryMarkdown } from './export/summary/markdown';
export { summaryWorkbook } from './export/summary/workbook';
export { templateWorkbook } from './template/template';
