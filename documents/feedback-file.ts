// A unit's own list of problems, as YAML or JSON: checked field by field, then given like any other import.
import { ImportError } from './import-error';
import { inLineOrder } from './import-warning';
import type { ImportedFeedback, ImportedProblem, ImportQuestion } from './imported-feedback';
import { disorderIn, faultsIn } from './list/checks';
import { problemsOfList } from './list/listed-problems';
import { faultOf } from './list/messages';
import { fieldName, fieldPath, lineAt, lineOfKey, type Path } from './list/places';
import { FeedbackList } from './list/schema';
import { parseFile, type ParsedFile } from './list/syntax';

const none = { from: null, to: null };

/** Throws ImportError (`syntax-invalid`, `field-invalid`) naming line and field. */
export function feedbackFromFile(text: string): ImportedFeedback {
  const file = parseFile(text);
  const list = checked(file);
  const { problems, warnings } = problemsOfList(list, (path) =>
    lineAt(file.document, file.lines, path),
  );
  return {
    unit: list.unit,
    inspectedBy: list.inspectedBy ?? null,
    inspection: list.inspection ?? none,
    feedbackOn: list.feedbackOn,
    reportOn: list.reportOn ?? null,
    asOf: list.asOf ?? null,
    publicity: list.publicity ?? none,
    declared: list.declared ?? { problems: null, measures: null },
    problems,
    warnings: inLineOrder(warnings),
    questions: list.source === undefined ? [] : disorderQuestions(file, list, problems),
  };
}

/** In a preview, days in the wrong order stand as its source gave them, for a person to settle. */
function disorderQuestions(
  { document, lines }: ParsedFile,
  list: FeedbackList,
  problems: readonly ImportedProblem[],
): readonly ImportQuestion[] {
  return disorderIn(list).map(({ path, message }) => {
    const [top, index, field] = path;
    const problem = typeof index === 'number' ? problems[index] : undefined;
    return {
      seq: problem?.seq ?? null,
      field: String(problem === undefined ? top : field),
      at: `第${lineAt(document, lines, path)}行`,
      why: message,
    };
  });
}

interface PlacedFault {
  readonly line: number;
  readonly path: Path;
  readonly message: string;
}

function checked(file: ParsedFile): FeedbackList {
  const parsed = FeedbackList.safeParse(file.value);
  if (!parsed.success) throw refused(schemaFaults(file, parsed.error.issues));
  const faults = faultsIn(parsed.data);
  if (faults.length > 0) {
    throw refused(
      faults.map((fault) => ({ ...fault, line: lineAt(file.document, file.lines, fault.path) })),
    );
  }
  return parsed.data;
}

function schemaFaults(
  { document, lines }: ParsedFile,
  issues: Parameters<typeof faultOf>[0][],
): readonly PlacedFault[] {
  return issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const line =
      key === undefined ? lineAt(document, lines, path) : lineOfKey(document, lines, path, key);
    return { line, path: key === undefined ? path : [...path, key], message: faultOf(issue) };
  });
}

const shown = 5;

function refused(faults: readonly PlacedFault[]): ImportError {
  const inOrder = [...faults].sort((a, b) => a.line - b.line);
  const told = inOrder
    .slice(0, shown)
    .map(({ line, path, message }) => `第${line}行 ${fieldName(path) || '文件'}：${message}`);
  const more = inOrder.length > shown ? [`另有${inOrder.length - shown}处`] : [];
  const [first] = inOrder;
  return new ImportError('field-invalid', `${[...told, ...more].join('；')}。请改正后重新导入。`, {
    line: first?.line,
    field: first === undefined ? undefined : fieldPath(first.path) || undefined,
  });
}
