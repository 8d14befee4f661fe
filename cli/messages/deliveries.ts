/** The words of `zhenggai deliveries`. */
export const deliveryWords = {
  description: '看发出的消息：发给谁、经什么渠道、发出没有',
  example: 'zhenggai deliveries\n  zhenggai deliveries --unsettled',
  unsettled: '只看没有发成的、改用其他渠道的，和结果不明的（不知发出没有）',
  person: '只看发给某人的',
  none: '没有这样的消息。',
  columns: ['时间', '结果', '次数', '收件人', '渠道', '标题', '原因'],
  count: (shown: number, limit: number) =>
    shown < limit ? `共${shown}条` : `最近${shown}条，更早的未列`,
  statuses: { claimed: '结果不明', sent: '已发出', failed: '未发成', replaced: '已改渠道' },
} as const;
