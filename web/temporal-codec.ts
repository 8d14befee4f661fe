/** What the Temporal UI asks in order to show what is encrypted: for who looks after the system, signed in here. */
import { createCodecServer } from '../codec';
import type { Part } from './web-env';

/** Where the Temporal UI is to ask; `encode` and `decode` come behind it. */
export const temporalCodecPath = '/temporal-codec';

export const temporalCodec: Part = (app, { codec, identity, settings, now }) => {
  if (codec === undefined || settings.temporalUi === null) return;
  const answer = createCodecServer({
    codec,
    origins: [new URL(settings.temporalUi).origin],
    authorised: async (request) => {
      const viewer = await identity.viewerOf(request);
      // It shows every unit's problems: no grant for one unit is enough, and no link of a message.
      if (viewer !== null && viewer.account.administrator && viewer.only === null) return true;
      const [account, subject] = [viewer?.account.id ?? null, new URL(request.url).pathname];
      await identity.note({ at: now(), account, what: 'refused', subject, detail: 'codec' });
      return false;
    },
  });
  app.all(`${temporalCodecPath}/*`, (c) => answer(c.req.raw));
};
