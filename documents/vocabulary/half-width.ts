// Full-width digits (２０２４年３月) as plain ones, one for one, so that places in the text stay the same.

export function withPlainDigits(text: string): string {
  if (!/[０-９]/.test(text)) return text;
  return text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}
