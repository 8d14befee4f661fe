/** How far work on an archive has come: bytes checked, rows carried, evidence files carried, lines derived or verified. */
export type ArchiveStep = 'checking' | 'rows' | 'evidence' | 'deriving' | 'verifying';
export type TellStep = (step: ArchiveStep, count: number) => void;
