/** A promise actor that stands for an activity: the engine runs the activity of the actor's name in its place. */
import { fromPromise, type PromiseActorLogic } from 'xstate';

/** Real promise logic, so that XState's types and its live actor take it; run outside the engine it fails and says why. */
export function asActivity<Output, Input>(): PromiseActorLogic<Output, Input> {
  return fromPromise<Output, Input>(() =>
    Promise.reject(new Error('this actor runs as an activity of its name')),
  );
}
