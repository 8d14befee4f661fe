/** Files that a line names, as links to what was filed. */
import type { FC } from 'hono/jsx';
import { isRecord } from '../../../engine/core';

export interface NamedFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

/** What a line's field of files holds; nothing for what has another shape. */
export function filesIn(value: unknown): readonly NamedFile[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .flatMap(({ sha256, name, size }) =>
      typeof sha256 === 'string' && typeof name === 'string' && typeof size === 'number'
        ? [{ sha256, name, size }]
        : [],
    );
}

export const FiledFiles: FC<{ files: unknown; none: string; workflow: string }> = ({
  files,
  none,
  workflow,
}) => {
  const all = filesIn(files);
  if (all.length === 0) return <span class="soft">{none}</span>;
  return (
    <ul class="files">
      {all.map((file) => (
        <li>
          <a href={evidencePath(file.sha256, workflow)}>{file.name}</a>{' '}
          <span class="soft">{sizeWords(file.size)}</span>
        </li>
      ))}
    </ul>
  );
};

/** @param workflow by whose line it is asked for, so that it comes under the name it has there */
export function evidencePath(sha256: string, workflow: string): string {
  return `/evidence/${sha256}?${new URLSearchParams({ workflow }).toString()}`;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024
    ? `${Math.round(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
