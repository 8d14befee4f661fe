/** 亮灯: a coloured dot that is a word too, for who sees no colour and who hears the page. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../words/catalogue';
import { terms, termOf } from '../../words/terms';

export const Lamp: FC<{ lamp: string | null; language: Language }> = ({ lamp, language }) => (
  <span class={`lamp ${lamp ?? 'none'}`}>{termOf(terms[language].lamps, lamp)}</span>
);
