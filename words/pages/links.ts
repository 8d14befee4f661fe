/** 消息里的链接 */
import { catalogue } from '../catalogue';

export const linkWords = catalogue(
  {
    title: '这个链接不能用',
    faults: {
      forged: '链接不完整或不是本系统发出的。请从消息里重新打开，或登录后办理。',
      expired: '链接已经过期。请登录后办理，或等下一次提醒。',
      used: '这个链接已经办过一次事，不能再用。要看结果或办别的事，请登录。',
      revoked: '这个链接已经失效：您不在这次整改的名单里，或者账号已停用。',
      another: '这个链接不是发给您的，您登录的是另一个人。没有办理，已经记录。',
    },
    signIn: '登录',
    onlyThis: '消息里的链接只能办这一件事。要看别的，请登录。',
    usedUp: '这个链接已经办过一次事，没有再办一次。',
  },
  {
    title: 'This link cannot be used',
    faults: {
      forged: 'The link is incomplete or not ours. Open it again from the message, or sign in.',
      expired: 'The link has expired. Sign in, or wait for the next reminder.',
      used: 'This link has done its one act. Sign in to see what came of it or to do more.',
      revoked:
        'The link is no longer good: you are not among the people, or your account is locked.',
      another:
        'This link was not sent to you: somebody else is signed in. Nothing was done; it is recorded.',
    },
    signIn: 'Sign in',
    onlyThis: 'The link of a message is for this one act. Sign in for anything else.',
    usedUp: 'This link has done its one act already; nothing was done again.',
  },
);
