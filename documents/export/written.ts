// Paragraphs only a person can write: theirs where they are there, else a gap for them.
import { gap } from './gap';
import { paragraph, type Paragraph } from './page/blocks';

export function written(paragraphs: readonly string[], missing: string): readonly Paragraph[] {
  const texts = paragraphs.filter((text) => text.trim() !== '');
  return (texts.length === 0 ? [gap(missing)] : texts).map((text) => paragraph(text));
}
