// How often something is to be done again, in the report's own words: 每月, 每季度, 定期.

const counted =
  /每(?:半年|季度|个?[年月周季])[^，,。；;、]{0,4}?[一二两三四五六七八九十\d]{1,2}[次天回期轮场]/g;
const periods =
  /按(?:月度|季度|年度|月|季)|每(?:半年|季度|个?[年月周季日天])|一年全覆盖|(?:月|季)度(?=督查|检查|通报|调度|例会|汇报|分析|考核|巡查)|半年一次|一年一次|[一每]季度一次|逐月|逐季/g;
const vague = /不定期|定期/g;

/** Each word once, in the order of the text; 定期 only where no period is given. */
export function recurrenceWords(text: string): readonly string[] {
  if (!/[每按度逐次]|定期|全覆盖/.test(text)) return [];
  const exact = [...text.matchAll(counted)].map(
    (found) => [found.index, closeUp(found[0])] as const,
  );
  const plain = [...text.matchAll(periods)]
    .filter((found) => !exact.some(([index]) => index === found.index))
    .map((found) => [found.index, found[0]] as const);
  const words = [...exact, ...plain].sort(([a], [b]) => a - b).map(([, word]) => word);
  const full = words.filter((word) => !(/^.度$/.test(word) && words.includes(`每${word}`)));
  return [...new Set(full.length > 0 ? full : vagueWords(text))];
}

/** 每周选取三天 → 每周三天 */
function closeUp(words: string): string {
  return words.replace(/^(每(?:半年|季度|个?[年月周季]))[^一二两三四五六七八九十\d]{0,4}/, '$1');
}

/** 定期或不定期 says nothing. */
function vagueWords(text: string): readonly string[] {
  return [...text.replace(/定期[或和、]不定期|不定期[或和、]定期/g, '').matchAll(vague)].map(
    ([word]) => word,
  );
}
