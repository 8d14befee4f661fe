/** What an archive carries, as people read it. */
import { realTime } from '../domain/plan-clock';
import type { Carried, Manifest } from '../ledger';
import { localTime } from '../machines/local-time';
import { faultWords } from './fault-words';
import { keepingWords } from './messages/keeping';
import { ledgerWords } from './messages/ledger';
import { sizeWords } from './size-words';

const { archive: words } = keepingWords;

export function writtenLines({ manifest, archive }: Carried): readonly string[] {
  return [words.size(sizeWords(archive.bytes), archive.sha256), ...carriedLines(manifest)];
}

export function carriedLines(manifest: Manifest): readonly string[] {
  const { tables, rectifications, faults, evidence, madeAt } = manifest;
  const counts = Object.entries(words.tables).map(([table, say]) => say(tables[table] ?? 0));
  const { files, bytes, missing, altered } = evidence;
  const filed = files === 0 ? words.noEvidence : words.evidence(files, sizeWords(bytes));
  return [
    words.madeAt(localTime(realTime, madeAt)),
    words.counts([...counts, filed].join('，')),
    ...rectifications.map(
      ({ rectification, lines, head }) => `  ${ledgerWords.verify.row(rectification, lines, head)}`,
    ),
    ...(missing.length === 0 ? [] : [words.missing(missing.length)]),
    ...(altered.length === 0 ? [] : [words.altered(altered.length)]),
    ...(faults.length === 0 ? [] : [words.faulty(faults.length), ...faults.map(faultWords)]),
  ];
}
