// Who answers for a problem, in the forms reports print it; what they leave open is asked.
import { importFeedback, type ImportedFeedback } from '../../../documents';

describe('people and departments', () => {
  it.each([
    ['责任领导：王强', { responsibleLeaders: ['王强'] }],
    ['责任领导：副局长王强', { responsibleLeaders: ['王强'] }],
    ['责任领导：党委书记　王强', { responsibleLeaders: ['王强'] }],
    ['责任领导：王强（党组成员、副局长）', { responsibleLeaders: ['王强'] }],
    ['牵头领导：王强、李敏', { responsibleLeaders: ['王强', '李敏'] }],
    [
      '责任领导：局党组书记、局长王强；局党组成员、副局长李敏',
      { responsibleLeaders: ['王强', '李敏'] },
    ],
    ['责任部门：仓储科 责任人：杜 鹃', { department: '仓储科', handlers: ['杜鹃'] }],
    ['责任领导 王强 责任部门 仓储科', { responsibleLeaders: ['王强'], department: '仓储科' }],
    [
      '牵头单位：仓储科；责任单位：财务科；配合单位：各粮库、办公室',
      { department: '仓储科', assisting: ['财务科', '各粮库', '办公室'] },
    ],
    ['责任部门：财务科（配合）、仓储科（牵头）', { department: '仓储科', assisting: ['财务科'] }],
    ['责任部门及责任人：办公室 李明', { department: '办公室', handlers: ['李明'] }],
    ['责任科室（人）：办公室（李明）', { department: '办公室', handlers: ['李明'] }],
    [
      '【责任领导】王强\n【责任部门】办公室',
      { responsibleLeaders: ['王强'], department: '办公室' },
    ],
    ['具体责任人：张文会、欧阳志远', { handlers: ['张文会', '欧阳志远'] }],
    ['责 任 领 导：王强', { responsibleLeaders: ['王强'] }],
  ])('%s', (line, people) => {
    expect(report(`1.台账不全。\n${line}\n整改情况：补记。`).problems[0]).toMatchObject(people);
    expect(report(`1.台账不全。\n整改情况：补记。\n${line}`).problems[0]).toMatchObject(people);
  });

  it.each([
    ['责任领导：分管领导', 'responsibleLeaders'],
    ['责任领导：仓储科', 'responsibleLeaders'],
    ['责任部门：仓储科、财务科', 'department'],
    ['责任部门：王建国', 'department'],
    ['整改时限：尽快', 'due'],
    ['整改时限：立行立改，长期坚持', 'kind'],
    ['整改进度：另案处理', 'status'],
  ])('%s is asked about', (line, field) => {
    const { questions } = report(`1.台账不全。\n整改情况：补记。\n${line}`);
    expect(questions).toContainEqual(
      expect.objectContaining({
        seq: 1,
        field,
        at: '第5行',
        why: expect.stringMatching(/^.{8,}$/),
      }),
    );
  });
});

describe('a measure with terms of its own', () => {
  it('has its department and date, which are not those of the problem', () => {
    const [problem] = report(
      '1.台账不全。\n整改措施：一是补记（责任部门：办公室，完成时限：2026年9月）；二是核对（责任人：李明）。',
    ).problems;
    expect(problem).toMatchObject({
      department: null,
      due: null,
      measures: [
        { ordinal: '一', text: '补记', department: '办公室', due: '2026-09-30' },
        { ordinal: '二', text: '核对（责任人：李明）。' },
      ],
    });
  });
});

describe('what a problem is made of', () => {
  it.each([
    ['1.台账不全。具体表现：（1）漏记。（2）缺单。整改情况：补记。', ['漏记。', '缺单。']],
    ['1.台账不全\n一是漏记；\n二是缺单。\n整改情况：补记。', ['漏记', '缺单。']],
    ['1.台账不全\n问题表现：\n①漏记；\n②缺单。\n整改情况：\n①补记；\n②补单。', ['漏记', '缺单。']],
    ['1.台账不全。\n主要表现：漏记。\n整改情况：一是补记。', ['漏记。']],
  ])('%s', (text, findings) => {
    const [problem] = report(text).problems;
    expect(problem?.title).toMatch(/^台账不全/);
    expect(problem?.subFindings.map(({ text: finding }) => finding)).toEqual(findings);
  });
});

function report(text: string): ImportedFeedback {
  const opening =
    '2025年3月3日至4月20日，县委第一巡察组对县粮食局党组进行了巡察，2025年6月6日反馈了意见。\n二、反馈问题整改落实情况';
  const closing = '2.质检不严。\n整改情况：复核。\n中共松江县粮食局党组\n2025年12月1日';
  return importFeedback(Buffer.from(`${opening}\n${text}\n${closing}`), 'report.txt');
}
