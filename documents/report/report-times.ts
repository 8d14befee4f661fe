// The days a report's dates are understood by.

export interface ReportTimes {
  readonly asOf: string | null;
  readonly feedbackOn: string | null;
}
