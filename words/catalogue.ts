/** Every text that people read in the pages, in each language. A file of `words/` a part; Chinese first, English complete. */

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in each language: `todoWords[viewer.language].title`. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

/** Holds English to what Chinese says: a text that is missing does not compile. */
export function catalogue<Words>(zh: Words, en: NoInfer<Words>): Catalogue<Words> {
  return { zh, en };
}
