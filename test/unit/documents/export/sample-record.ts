// The invented unit of sample/ at the end of its concentrated period: what documents are looked at with.
import type { RectificationRecord } from '../../../../documents';
import { aRecord } from './a-record';
import { sampleProblems } from './sample-problems';

export const sampleRecord: RectificationRecord = aRecord({
  signer: '中共云川县水务局党组',
  inspectedBy: '县委第三巡察组',
  inspection: { from: '2026-01-05', to: '2026-02-13' },
  feedbackOn: '2026-03-02',
  concentratedEnd: '2026-09-02',
  reportOn: '2026-09-11',
  publicity: { from: '2026-09-14', to: '2026-10-12' },
  contact: {
    who: '何静',
    phone: '0999-5550123',
    address: '云川县滨河路8号县水务局整改办',
    postcode: '999000',
    email: 'zgb@yunchuan-sw.example.cn',
  },
  addressee: '中共云川县委巡察工作领导小组办公室',
  organisation: [
    '收到反馈意见后，局党组于3月4日召开会议专题研究，成立由党组书记任组长的整改工作领导小组，下设整改办，逐项明确责任领导、责任科室、整改措施和完成时限。',
  ],
  problems: sampleProblems,
});
