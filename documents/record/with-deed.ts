// What one line adds to what is told of a problem.
import type { EvidenceRecord, Signing } from '../export/record';
import { changes } from './deed-changes';
import type { Deeds, Scene } from './deeds';
import { listIn, numberIn, textIn, valuesIn, type Happening } from './line';
import { nameOf } from './names';

/** Only what was accepted changes anything. */
export function withDeed(deeds: Deeds, line: Happening, scene: Scene): Deeds {
  if (line.kind !== 'accepted') return deeds;
  const change = changes[line.event]?.(line, scene, deeds) ?? {};
  return withSigning({ ...deeds, ...withEvidence(deeds, line), ...change }, line, scene);
}

/** Signed off, or the phase result found: by whoever's approval changed what a report prints. */
function withSigning(deeds: Deeds, line: Happening, scene: Scene): Deeds {
  const status = textIn(line.shown, 'status');
  if (!approvals.has(line.event) || status === scene.statusBefore) return deeds;
  const signing: Signing = {
    ...{ on: scene.dayOf(line.at), byName: nameOf(line.decidedBy ?? '', scene.people) },
  };
  if (status === 'phaseCompleted') return { ...deeds, phase: signing };
  return status === 'completed' ? { ...deeds, signedOff: signing } : deeds;
}

const approvals: ReadonlySet<string> = new Set(['approve', 'acceptUpkeep']);

/** Files that a deed came with: each content once. */
function withEvidence({ evidence }: Deeds, { fields }: Happening): Partial<Deeds> {
  const filed = listIn(fields, 'evidence').flatMap((each): readonly EvidenceRecord[] => {
    const values = valuesIn(each);
    const [name, sha256] = [textIn(values, 'name'), textIn(values, 'sha256')];
    if (name === null || sha256 === null) return [];
    return [{ name, sha256, size: numberIn(values, 'size') ?? 0 }];
  });
  const known = new Set(evidence.map(({ sha256 }) => sha256));
  return { evidence: [...evidence, ...filed.filter(({ sha256 }) => !known.has(sha256))] };
}
