/** 登录 */
import { catalogue } from '../catalogue';

export const signInWords = catalogue(
  {
    title: '登录',
    demonstration: '这是演示：不设密码，点一个角色就以这个人的身份进入。',
  },
  {
    title: 'Sign in',
    demonstration: 'This is a demonstration: no passwords, touch a role to enter as that person.',
  },
);
