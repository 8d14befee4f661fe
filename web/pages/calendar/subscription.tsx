/** The subscription of the viewer: made, shown once, renewed, ended. */
import type { FC } from 'hono/jsx';
import { planDayOf, planTimeOf } from '../../../domain/plain-date';
import type { FeedRow } from '../../../ledger';
import { calendarWords } from '../../../words/pages/calendar';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';

interface SubscriptionProps {
  readonly viewer: Viewer;
  readonly feed: FeedRow | null;
  /** Of one that was made just now. */
  readonly address: string | null;
}

export const Subscription: FC<SubscriptionProps> = ({ viewer, feed, address }) => {
  const words = calendarWords[viewer.language];
  return (
    <section class="card" id="feed">
      <h2>{words.feed}</h2>
      <p class="hint">{words.feedHint}</p>
      {address === null ? null : (
        <div class="notice done" role="status">
          <label for="feed-address">{words.feedAddress}</label>
          <input id="feed-address" readonly value={address} />
        </div>
      )}
      <p>{feed === null ? words.feedNone : stateOf(feed, viewer)}</p>
      <div class="actions">
        <form method="post" action="/calendar/feed">
          <Csrf viewer={viewer} />
          <button class="second">{feed === null ? words.make : words.renew}</button>
        </form>
        {feed === null ? null : (
          <form method="post" action="/calendar/feed/revoke">
            <Csrf viewer={viewer} />
            <button class="second">{words.revoke}</button>
          </form>
        )}
      </div>
    </section>
  );
};

function stateOf(feed: FeedRow, { language }: Viewer): string {
  const words = calendarWords[language];
  const at = (instant: string): string => `${planDayOf(instant)} ${planTimeOf(instant)}`;
  const read = feed.read_at === null ? words.feedNeverRead : words.feedRead(at(feed.read_at));
  return `${words.feedMade(at(feed.made_at))} · ${read}`;
}
