/** What people call a rectification: `某局整改（2026-11-02反馈）`. */
export function rectificationTitle(unit: string, feedbackOn: string): string {
  return `${unit}整改（${feedbackOn}反馈）`;
}
