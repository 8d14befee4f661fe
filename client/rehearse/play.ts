/** Plays a scenario into a world: time runs to each step's instant, then its commands are sent, one a problem. */
import { toReal } from '../../domain/plan-clock';
import type { Sender } from '../../domain/people';
import type { Reception } from '../../domain/reception';
import type { ScenarioStep } from '../../domain/scenario';
import type { Json, JsonObject } from '../../engine/core';
import { batchesOf } from '../batches';
import type { Command } from './happening';
import { receiverOf, rectificationStart } from './receiving';
import { selected } from './selecting';
import { eventOf, senderOf } from './sending';
import type { World } from './world';

type Event = JsonObject & { readonly type: string };

export class Play {
  /** Every command sent, in order, whether it was taken or refused. */
  readonly commands: Command[] = [];
  private readonly world: World;
  private readonly reception: Reception;
  private readonly rectification: string;

  constructor(world: World, reception: Reception) {
    this.world = world;
    this.reception = reception;
    this.rectification = rectificationStart(reception, world.now).workflow;
  }

  /** Throws where nobody of the office is named. */
  receive(): void {
    const { world, reception } = this;
    const by = receiverOf(reception);
    if (by === null) throw new Error('人员名单中没有整改办，无人收入反馈意见');
    const { workflow, ref, input } = rectificationStart(reception, world.now);
    world.begin(workflow, ref, input);
    world.settleDown();
    for (const lot of batchesOf(reception.problems)) {
      this.send(workflow, { type: 'addProblems', problems: lot as unknown as Json }, by);
    }
  }

  take(step: ScenarioStep): void {
    this.world.runUntil(toReal(this.reception.clock, step.at));
    for (const workflow of this.targetsOf(step)) this.sendTo(workflow, step);
  }

  private targetsOf({ problems }: ScenarioStep): readonly string[] {
    if (problems === null) return [this.rectification];
    const seqs = this.reception.problems.map(({ seq }) => seq);
    return selected(problems, this.rectification, seqs, (workflow) => this.world.state(workflow));
  }

  private sendTo(workflow: string, step: ScenarioStep): void {
    const state = this.world.state(workflow);
    if (state === null) return;
    const event = eventOf(step, state);
    const by = senderOf(step, state);
    if (typeof by !== 'string') return this.send(workflow, event, by);
    const at = this.world.now;
    const nobody: Sender = { decidedBy: '', recordedBy: '', basis: 'ownSignIn' };
    const command = { at, workflow, event, by: nobody };
    this.world.happenings.push({ at, workflow, kind: 'refused', command, why: by });
  }

  private send(workflow: string, event: Event, by: Sender): void {
    const at = this.world.now;
    const command: Command = { at, workflow, event, by };
    this.commands.push(command);
    // Told before what follows from it; what became of it is known only afterwards.
    const place = this.world.happenings.length;
    const id = `rehearsal/${this.commands.length}`;
    const result = this.world.send(workflow, { id, event, by: { ...by } });
    const told =
      result.kind === 'refused'
        ? ({ kind: 'refused', why: result.why.map(({ text }) => text).join('；') } as const)
        : ({ kind: 'decided' } as const);
    this.world.happenings.splice(place, 0, { at, workflow, command, ...told });
  }
}
