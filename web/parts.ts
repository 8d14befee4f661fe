/** The parts in the order of the menu. Each is a folder of `pages/`. */
import { api } from './api/api';
import { apiPage } from './api/page/api-page';
import { act } from './forms/act';
import { health } from './health/health';
import { calendar } from './pages/calendar/calendar';
import { calendarFeed } from './pages/calendar/feed';
import { home } from './pages/home/home';
import { ledger } from './pages/ledger/ledger';
import { operations } from './pages/operations/operations';
import { overview } from './pages/overview/overview';
import { reception } from './pages/reception/reception';
import { supervision } from './pages/supervision/supervision';
import { temporalCodec } from './temporal-codec';
<<<<<<< HEAD
import type { Part } from './web-env';

/** Reached without a sign-in, or asking for it themselves. */
export const publicParts: readonly Part[] = [temporalCodec, calendarFeed, health, api];
=======
import { documents } from './pages/documents/documents';
import { publicPages } from './pages/public/public';
import { reception } from './pages/reception/reception';
import type { Part } from './web-env';

/** Reached without a sign-in, or asking for it themselves. */
export const publicParts: readonly Part[] = [temporalCodec, calendarFeed, health, publicPages];
>>>>>>> 3c62304 (feat(web): 文书: previews with gaps, the author's words, issuing; 公开: the bulletin within its window)

export const parts: readonly Part[] = [
  home,
  act,
  overview,
  ledger,
  supervision,
  calendar,
  operations,
  reception,
<<<<<<< HEAD
  apiPage,
=======
  documents,
>>>>>>> 3c62304 (feat(web): 文书: previews with gaps, the author's words, issuing; 公开: the bulletin within its window)
];
