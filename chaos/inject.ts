/** Does one fault to the world. What comes back by itself is not waited for; a server is. */
import { setTimeout as pause } from 'node:timers/promises';
import { assertNever } from '../domain/assert-never';
import type { Fault } from './fault-plan';
import type { Random } from './random';
import { atNextMessage } from './world/outbox-watch';
import { untilAnswers } from './world/server';
import type { World } from './world/world';

/** How long a fault that needs a message may wait for one, ms. */
const patience = 10_000;

/** @param burst sends some commands at once to a problem whose runs are short. Gives false when the fault did not come about. */
export async function inject(
  { kind }: Fault,
  world: World,
  random: Random,
  burst: () => void,
): Promise<boolean> {
  const { workers, embedded, server, mail, place } = world;
  switch (kind) {
    case 'workerKilled':
      workers.killOne();
      return true;
    case 'killedInRunChange':
      burst();
      await pause(random.between(5, 120));
      workers.killAll();
      return true;
    case 'killedAfterOutbox':
      return atNextMessage(place.store, patience, () => workers.killAll());
    case 'clockJumped':
      workers.jumpClock();
      return true;
    case 'mailDeferred':
    case 'mailRefused':
    case 'mailHangs':
    case 'mailCut':
    case 'mailUnanswered':
    case 'killedAfterMail':
      return mail.misbehave(kind, patience);
    case 'serverKilled':
      await server.kill();
      await pause(random.between(0, 1500));
      await server.start();
      return true;
    case 'allKilled':
      workers.killAll();
      await server.kill();
      await pause(random.between(0, 3000));
      await server.start();
      return true;
    case 'embeddedKilled':
      embedded.killAll();
      await afterRestart(world);
      return true;
    case 'embeddedKilledWhole':
      world.killEmbeddedServer();
      embedded.killAll();
      await afterRestart(world);
      return true;
    default:
      return assertNever(kind);
  }
}

/** `zhenggai up` starts by itself; an orphan still answers until it is stopped, hence the wait before asking. */
async function afterRestart({ place }: World): Promise<void> {
  await pause(3000);
  await untilAnswers(place);
}
