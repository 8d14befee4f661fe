// What the title of a chapter tells: whether its items are problems of the feedback.
// Organisation, next steps and remaining difficulties look alike in form and are none.

export type ChapterRole = 'problems' | 'other' | 'unclear';

const nextSteps = /下一步|下一阶段|下阶段|下步|今后|打算|努力方向/;
const preparation =
  /组织(?:领导|落实|开展|推进|实施)|总体|基本情况|主体责任情况|(?:落实|履行|承担|扛起).{0,8}责任(?:的)?情况$/;
/** 移交的问题线索办理情况: what the inspection handed over besides. */
const besides = /线索|信访|举报/;
const problems =
  /整改(?:任务|事项|问题|落实)|反馈(?:的)?(?:意见|问题|重点|主要)|逐[条项]|(?:已|未|基本)完成|长期(?:坚持|整改)|正在(?:推进|整改)|问题(?:的)?整改|整改(?:的)?(?:进展|完成|具体)?情况|重点(?:问题|整改)|(?:发现|指出)的.{0,4}问题/;
const leftovers =
  /(?<!方面)存在(?:的)?(?:主要)?(?:问题|困难|不足|差距)(?:和|与|及|$)|困难|意见建议|后续|巩固|长效|后半篇|持续(?:深化|用力|发力|抓好|推进)/;
const manners =
  /开展情况|工作情况$|主要(?:做法|举措|成效|工作)|站位|高度重视|思想(?:认识|自觉)|统一思想|(?:压实|强化|扛牢|扛起).{0,6}(?:责任|担当|领导)|加强.{0,4}领导|动员部署|周密部署|精心组织|监督|经验/;
const drives = /问题导向|(?:推进|抓|落实|推动|狠抓).{0,4}整改|真抓实改|立行立改|动真碰硬/;

export function chapterRole(title: string): ChapterRole {
  if (nextSteps.test(title) || besides.test(title)) return 'other';
  if (problems.test(title) && !preparation.test(title)) return 'problems';
  if (leftovers.test(title) || preparation.test(title)) return 'other';
  if (manners.test(title) && !namesFault(title)) return 'other';
  return drives.test(title) ? 'problems' : 'unclear';
}

/** In feedback without remedies 存在的主要问题 is what it is about; praise, advice and demands stand around it. */
export function findingsRole(title: string): ChapterRole {
  if (
    /意见(?:和|与|及|、)?建议|整改(?:要求|意见|建议)|(?:工作|有关|几点)(?:要求|建议)|总体|基本情况|评价|成绩|成效/.test(
      title,
    )
  )
    return 'other';
  return /问题|不足/.test(title) ? 'problems' : 'unclear';
}

/** Next steps list what is already known: a problem named there again is not another one. */
export function isNextSteps(title: string): boolean {
  return nextSteps.test(title);
}

/** 巡察反馈重点问题整改落实情况, 具体整改情况: the chapter of all problems, whatever stands beside it. */
export function isAllProblems(title: string): boolean {
  const isWhole =
    /(?:反馈|巡[察视]).{0,12}(?:问题|意见|事项).{0,8}(?:整改|落实).{0,6}情况$/.test(title) ||
    /^(?:(?:主要|具体|重点|各项)?问题(?:的)?|具体|逐项)?整改(?:落实|完成|具体|进展){1,2}情况$/.test(
      title,
    ) ||
    /^具体整改情况$/.test(title);
  return isWhole && !isAround(title);
}

/** Whether a chapter's title speaks of what was to be put right, and not only of putting right. */
export function namesProblems(title: string): boolean {
  return /问题|反馈|任务|事项|意见|逐[条项]|完成|长期|清单|方面/.test(title);
}

/** What stands before or after the problems, and is never one of their sections. */
export function isAround(title: string): boolean {
  return nextSteps.test(title) || preparation.test(title);
}

const faults =
  /问题|不到位|不够|不足|不[严实强高深细规力准清善健齐全当佳畅明少紧牢透稳重好及充精彻适妥合协顺扎科系活]|重.{1,4}轻.{1,4}|缺[乏失少位陷]|薄弱|滞后|偏差|欠缺|欠妥|漏洞|未|弱化|淡化|缓慢|短板|差距|违[规反]|混乱|风险|隐患|流于形式|过[高低松宽多少长]|[较]?[差慢]$|没有|存在|脱节|松[懈散]|拖欠|超期|逾期|空缺|挪用|断档|老化|闲置|反弹|走形式|走过场|虚化|烂尾|推诿|两张皮/;

/** 关于食堂管理混乱。一是…: it is called what it is about, and that is a fault. */
export function isAboutFault(text: string): boolean {
  const title = /^(?:关于|针对)([^。；;：:]{2,80})[。：:]./.exec(text)?.[1];
  return title !== undefined && namesFault(title);
}

/** Whether a title names a fault, as the titles of problems mostly do. */
export function namesFault(title: string): boolean {
  return faults.test(title);
}
