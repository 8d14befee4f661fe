import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { readGolden } from './golden-files';
import { historyOf, linesOf } from './history-line';
import { share, unshare } from './shared-values';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const payload = (encoding: string, data: string): object => ({
  metadata: { encoding: base64(encoding) },
  data: base64(data),
});

const started = (payloads: readonly object[]) => ({
  eventId: '1',
  eventTime: '2026-11-23T08:02:59.693021006Z',
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  workflowExecutionStartedEventAttributes: {
    workflowType: { name: 'problem' },
    identity: '1@here',
    input: { payloads },
  },
});

test('a line shows what a payload holds and nothing of who polled', () => {
  const payloads = [payload('json/plain', '{"a":[1,"二"]}'), payload('binary/null', '')];
  expect(linesOf(historyFromJSON({ events: [started(payloads)] }))).toEqual([
    '{"at":"2026-11-23T08:02:59.693Z","type":"WorkflowExecutionStarted",' +
      '"workflowType":{"name":"problem"},"input":{"payloads":[{"$":{"a":[1,"二"]}},{"$undefined":true}]}}',
  ]);
});

test('a payload of another encoding is kept as it is', () => {
  const history = historyFromJSON({ events: [started([payload('binary/plain', 'xyz')])] });
  const [event] = historyOf(linesOf(history)).events ?? [];
  const [kept] = event?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  expect(Buffer.from(kept?.data ?? []).toString()).toBe('xyz');
});

test('every golden line is that of the history it makes', () => {
  for (const { lines } of readGolden().slice(0, 30))
    expect(linesOf(historyOf(lines))).toEqual(lines);
});

test('what several lines hold is kept once and put back, also where it holds another', () => {
  const inner = { text: 'i'.repeat(1000) };
  const outer = { inner, text: 'o'.repeat(1000) };
  const lines = [{ outer }, { outer }, { inner }, { inner, short: { a: 1 } }].map((line) =>
    JSON.stringify(line),
  );
  const { files, shared } = share([lines]);
  expect(Object.keys(shared).sort()).toEqual(['inner-2', 'outer-1']);
  expect(files.flat().join('').length).toBeLessThan(200);
  expect(files.flat().map((line) => unshare(line, shared))).toEqual(lines);
});

test('a name that nobody shares is an error', () =>
  expect(() => unshare('{"a":{"$shared":"b"}}', {})).toThrow('no shared value is called b'));
