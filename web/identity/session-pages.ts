/** Signing out, and the language of an account. */
import { clientAddress } from '../client-address';
import type { Part } from '../web-env';
import { authHeaders, handOn } from './auth-request';
import { formFields } from './form-fields';
import { backOf, keepLanguage, languageOf } from './language';
import type { Local } from './local';

export function sessionPages(local: Local): Part {
  return (app, deps) => {
    app.post('/sign-out', async (c) => {
      const request = { headers: authHeaders(c, deps), returnHeaders: true } as const;
      const { headers } = await local.auth.api.signOut(request);
      handOn(c, headers);
      await local.audit.note({
        ...{ at: deps.now(), account: c.get('viewer').account.id, what: 'signedOut' },
        ...{ subject: '/sign-out', detail: '', address: clientAddress(c, deps) },
      });
      return c.redirect('/sign-in', 303);
    });
    app.post('/language', async (c) => {
      const language = languageOf((await formFields(c, 'language')).language);
      await local.accounts.change(c.get('viewer').account.id, { language });
      keepLanguage(c, language);
      return c.redirect(backOf(c), 303);
    });
  };
}
