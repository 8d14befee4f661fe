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
import { changes } from './deed-changes';
import { listIn, numberIn, textIn, valuesIn, type Happening, type Values } from './line';
import { nameOf, type Named } from './names';

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
  readonly stageBefore: string;
  readonly factsBefore: Values;
  readonly dueBefore: PlainDate | null;
  readonly people: ReadonlyMap<string, Named>;
  readonly dayOf: (at: string) => PlainDate;
}

/** Only what was accepted changes anything. */
export function withDeed(deeds: Deeds, line: Happening, scene: Scene): Deeds {
  if (line.kind !== 'accepted') return deeds;
  const change = changes[line.event]?.(line, scene, deeds) ?? {};
  return withSigning({ ...deeds, ...withEvidence(deeds, line), ...change }, line, scene);
}

/** Signed off, or the phase result found: by whoever's step led there. */
function withSigning(deeds: Deeds, line: Happening, scene: Scene): Deeds {
  const stage = textIn(line.shown, 'stage');
  if (stage === null || stage === scene.stageBefore || line.event === 'lookBack') return deeds;
  const signing: Signing = {
    ...{ on: scene.dayOf(line.at), byName: nameOf(line.decidedBy ?? '', scene.people) },
  };
  if (stage === 'upkeep' && scene.stageBefore === 'reviewing') return { ...deeds, phase: signing };
  const signs = stage === 'signedOff' || stage === 'lookBack';
  return signs && deeds.signedOff === null ? { ...deeds, signedOff: signing } : deeds;
}

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
