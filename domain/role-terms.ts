/** The Chinese of the roles, as people read and write them in files, findings and messages. */
import { roles, type Role } from './words';

export const roleTerms: { readonly [role in Role]: string } = {
  handler: '经办人',
  departmentHead: '责任部门负责人',
  responsibleLeader: '责任领导',
  principal: '主要负责人',
  office: '整改办',
  supervisor: '巡察办',
  reader: '查阅',
};

/** Other words in use for the same roles. */
const aliases: { readonly [term: string]: Role } = {
  部门负责人: 'departmentHead',
  分管领导: 'responsibleLeader',
  党组书记: 'principal',
  领导小组办公室: 'office',
  纪检监察: 'supervisor',
  派驻组: 'supervisor',
  查阅人: 'reader',
};

/** The role that a word names, in English or Chinese; null when it names none. */
export function roleNamed(word: string): Role | null {
  const role = roles.find((known) => known === word || roleTerms[known] === word);
  return role ?? (Object.hasOwn(aliases, word) ? (aliases[word] ?? null) : null);
}
