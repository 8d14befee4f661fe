/** What authors write, as a form sends it and as documents take it. Pure. */
import { ImportError } from '../../../documents';
import { noAuthorsPart, readAuthorsPart, type AuthorsPart } from '../../../documents/record';

type Sent = Readonly<Record<string, string | undefined>>;

export type AuthorForm =
  | { readonly kind: 'part'; readonly part: AuthorsPart }
  | { readonly kind: 'mistakes'; readonly mistakes: string };

const singles = [
  ...(['signer', 'addressee', 'inspectedBy', 'arrangedBy', 'reportOn'] as const),
] as const;
export const contactFields = ['who', 'phone', 'address', 'postcode', 'email'] as const;

/** Results of one form at most. */
const mostResults = 500;

export function authorFormOf(sent: Sent): AuthorForm {
  const text = (name: string): string | null => {
    const words = (sent[name] ?? '').trim();
    return words === '' ? null : words;
  };
  const period = (name: string) => {
    const [from, to] = [text(`${name}From`), text(`${name}To`)];
    return from === null && to === null ? null : { from, to };
  };
  const paragraphs = (name: string) =>
    (text(name) ?? '').split(/\s*\n\s*/).filter((each) => each !== '');
  const contact = Object.fromEntries(contactFields.map((name) => [name, text(name)]));
  const given = {
    ...Object.fromEntries(singles.map((name) => [name, text(name)])),
    inspectionWord: text('inspectionWord') ?? noAuthorsPart.inspectionWord,
    ...{ inspection: period('inspection'), publicity: period('publicity') },
    contact: contactFields.every((name) => contact[name] === null) ? null : contact,
    ...{ organisation: paragraphs('organisation'), nextSteps: paragraphs('nextSteps') },
    results: resultsIn(sent),
  };
  return partIn(JSON.stringify(given));
}

/** @param text JSON or YAML */
function partIn(text: string): AuthorForm {
  try {
    return { kind: 'part', part: readAuthorsPart(text, '') };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { kind: 'mistakes', mistakes: error.message.replace(/第1行 |^：/g, '') };
  }
}

function resultsIn(sent: Sent): readonly unknown[] {
  const found: unknown[] = [];
  for (let at = 0; at < mostResults && `result.${at}.text` in sent; at += 1) {
    const text = (sent[`result.${at}.text`] ?? '').trim();
    if (text !== '')
      found.push({ seq: Number(sent[`result.${at}.seq`]), kind: sent[`result.${at}.kind`], text });
  }
  return found;
}
