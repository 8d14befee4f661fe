/** Every page, for somebody who sees it. */
import type { Who } from '../invented/people';
import { seqOf } from '../invented/list';

export interface Place {
  /** How its picture is called. */
  readonly name: string;
  /** `administrator` and `anybody` are none of the unit's people. */
  readonly who: Who | 'administrator' | 'anybody';
  readonly path: string;
}

/** While the work goes on. @param id of the rectification */
export function placesAtWork(id: string): readonly Place[] {
  const problem = (seq: number) => `/problems/${id}/${seq}`;
  const act = (event: string, seq: number) => `/act/${event}?target=problem/${id}/${seq}`;
  const teachers = seqOf('teachers');
  return [
    { name: 'sign-in', who: 'anybody', path: '/sign-in' },
    { name: 'public-nothing', who: 'anybody', path: `/public/${id}` },
    { name: 'link-forged', who: 'anybody', path: '/link/nobody.knows' },
    { name: 'invitation-gone', who: 'anybody', path: '/invitation/nobody' },
    { name: 'todo-handler', who: 'handler', path: '/todo' },
    { name: 'todo-head', who: 'heritage', path: '/todo' },
    { name: 'todo-leader', who: 'leader', path: '/todo' },
    { name: 'todo-office', who: 'office', path: '/todo' },
    { name: 'todo-whole', who: 'office', path: '/todo/whole' },
    { name: 'todo-reader', who: 'reader', path: '/todo' },
    { name: 'overview', who: 'principal', path: '/rectifications' },
    { name: 'round', who: 'principal', path: `/rectifications/${id}` },
    { name: 'problem-handler', who: 'handler', path: problem(teachers) },
    { name: 'problem-office', who: 'office', path: problem(seqOf('equipment')) },
    { name: 'problem-reader', who: 'reader', path: problem(seqOf('heirs')) },
    { name: 'act-submit', who: 'handler', path: act('submit', teachers) },
    { name: 'act-plan', who: 'office', path: act('plan', seqOf('heirs')) },
    { name: 'act-amend', who: 'office', path: act('amend', teachers) },
    { name: 'act-refused', who: 'reader', path: act('submit', teachers) },
    { name: 'ledger', who: 'office', path: `/ledger/${id}` },
    { name: 'ledger-all', who: 'supervisor', path: '/ledger' },
    { name: 'reception', who: 'office', path: '/reception' },
    { name: 'documents', who: 'office', path: '/documents' },
    { name: 'documents-round', who: 'office', path: `/documents/${id}` },
    { name: 'documents-words', who: 'office', path: `/documents/${id}/words` },
    { name: 'document-bulletin', who: 'office', path: `/documents/${id}/bulletin` },
    { name: 'document-ledger', who: 'office', path: `/documents/${id}/ledger` },
    { name: 'document-summary', who: 'leader', path: `/documents/${id}/summary` },
    { name: 'document-sign-off', who: 'office', path: `/documents/${id}/sign-off-sheet` },
    { name: 'supervision', who: 'supervisor', path: '/supervision' },
    { name: 'supervision-round', who: 'supervisor', path: `/supervision/${id}` },
    { name: 'calendar', who: 'leader', path: '/calendar' },
    { name: 'rules', who: 'leader', path: '/rules' },
    { name: 'rules-round', who: 'leader', path: `/rules/${id}` },
    { name: 'settings', who: 'leader', path: '/settings' },
    { name: 'operations', who: 'administrator', path: '/operations' },
    { name: 'accounts', who: 'administrator', path: '/accounts' },
    { name: 'audit', who: 'administrator', path: '/audit' },
    { name: 'api', who: 'administrator', path: '/api' },
    { name: 'not-found', who: 'leader', path: '/problems/nobody/1' },
  ];
}
