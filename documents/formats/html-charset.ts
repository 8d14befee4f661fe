// What encoding a web page says it is in: read from its first bytes, before there is text.

/** Browsers look no further. */
const head = 4096;

/**
 * @param bytes a web page in any encoding that writes ASCII as such
 * @returns the name as the page gives it, in lower case (`gb2312`, `utf-8`); null where it says nothing
 */
export function charsetOfHtml(bytes: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, head));
  for (const [tag] of text.replace(/<!--[^]*?-->/g, '').matchAll(/<meta\b[^>]*>/gi)) {
    const charset = charsetIn(tag);
    if (charset !== null) return charset;
  }
  return null;
}

/** `<meta charset="gbk">`, or the older `content="text/html; charset=gb2312"`. */
function charsetIn(tag: string): string | null {
  const said = /[\s"';]charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag);
  return said?.[1]?.toLowerCase() ?? null;
}
