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
import { documents } from './pages/documents/documents';
import { publicPages } from './pages/public/public';
import { evidence } from './pages/problem/evidence';
import { problem } from './pages/problem/problem';
import { todo } from './pages/todo/todo';
import { rules } from './pages/rules/rules';
import { supervision } from './pages/supervision/supervision';
import { temporalCodec } from './temporal-codec';
import type { Part } from './web-env';

/** Reached without a sign-in, or asking for it themselves. */
export const publicParts: readonly Part[] = [temporalCodec, calendarFeed, health, api, publicPages];

export const parts: readonly Part[] = [
  home,
  act,
  todo,
  problem,
  evidence,
  overview,
  ledger,
  supervision,
  calendar,
  operations,
  reception,
  apiPage,
  documents,
  rules,
];
