// The formulas that end a report: thanks for supervision, contacts, publicity, annexes, the unit's own name.

const formulas = [
  '(?:热忱|诚挚|真诚)?欢迎.{0,40}(?:监督|意见|建议)',
  '(?:以上|上述|现将|敬请|请).{0,30}监督',
  '(?:联系|监督|举报|咨询|反馈|反映)(?:方式|电话|人|地址|邮箱|单位|渠道)',
  '(?:电子|通[信讯]|邮政|来信)(?:邮箱|邮件|地址|编码)',
  '(?:公示|公开|公布|公告)(?:时间|期限|日期|期|时限)',
  '(?:特此|专此)(?:通报|公告|公示|报告)',
  '附(?:件|表)?[:：]',
];
const opening = new RegExp(`^(?:${formulas.join('|')})`);

export function opensClosing(text: string): boolean {
  return opening.test(text);
}

/** A paragraph that speaks of the whole: closing too, unless single problems have such paragraphs. */
export function concludes(text: string): boolean {
  return /^(?:下一步|下一阶段|今后|总之|虽然|通过(?:这|此)次|经过(?:集中)?整改|总的来看|总体来看|以上(?:是|为))[，,]?/.test(
    text,
  );
}
