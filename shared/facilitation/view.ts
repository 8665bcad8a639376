import { z } from 'zod'
import { finishedClassOf, seenFinished } from './finished/view.ts'
import { speakersOf } from './hands/view.ts'
import { seenLobby } from './lobby/view.ts'
import { mutedClassOf, seenMuted } from './muted/view.ts'
import { seenReactions } from './reactions/view.ts'
import { roundsClassOf, seenRounds } from './silent/view.ts'
import type { FacilitationState } from './state.ts'
import { seenSteps } from './step/view.ts'
import type { Viewer } from './topic.ts'
import { topicNames, topics, type TopicName } from './topics.ts'

/** What one person is sent of a room's state: the views of all topics. */
export const seenStateSchema = z.object({
  seq: z.number().int().nonnegative(),
  place: topics.place.seen,
  timer: topics.timer.seen,
  lock: topics.lock.seen,
  step: topics.step.seen,
  hands: topics.hands.seen,
  finished: topics.finished.seen,
  reactions: topics.reactions.seen,
  muted: topics.muted.seen,
  silent: topics.silent.seen,
  votes: topics.votes.seen,
  call: topics.call.seen,
  pageLocks: topics.pageLocks.seen,
  lobby: topics.lobby.seen,
})
export type SeenState = z.infer<typeof seenStateSchema>

/** What changed of it. A topic that is there is there whole: it takes the place of the one before. */
export const seenChangeSchema = seenStateSchema.partial()
export type SeenChange = z.infer<typeof seenChangeSchema>

/**
 * The view of one person. Everything that leaves a room passes here first. Invariants (cited by the tests):
 * 1. What the viewer may not know is not in it.
 * 2. Viewers of one class (`viewClassOf`) have the same view, so that it is framed once for all of them.
 */
export function viewOf(state: FacilitationState, viewer: Viewer): SeenState {
  return {
    seq: state.seq,
    place: state.place,
    timer: state.timer,
    lock: state.lock,
    step: seenSteps(state.step, viewer),
    hands: speakersOf(state.hands),
    finished: seenFinished(state.finished, viewer),
    reactions: seenReactions(state.reactions),
    muted: seenMuted(state.muted, viewer),
    silent: seenRounds(state.silent, viewer),
    votes: [...state.votes],
    call: state.call,
    pageLocks: [...state.pageLocks],
    lobby: seenLobby(state.lobby, viewer),
  }
}

/** Those who see the same of a state have the same class. */
export function viewClassOf(state: FacilitationState, viewer: Viewer): string {
  const stand = viewer.facilitates ? 'facilitates' : 'takes part'
  return [
    stand,
    finishedClassOf(state.finished, viewer),
    mutedClassOf(state.muted, viewer),
    roundsClassOf(state.silent, viewer),
  ].join(', ')
}

/** Which topics an event changed: the others keep the very same object. */
export function changedTopics(before: FacilitationState, after: FacilitationState): TopicName[] {
  return topicNames.filter((name) => before[name] !== after[name])
}

/** The named topics of a view. */
export function partOf(view: SeenState, names: readonly TopicName[]): SeenChange {
  const part: SeenChange = { seq: view.seq }
  for (const name of names) copy(part, view, name)
  return part
}

function copy<Name extends TopicName>(to: SeenChange, from: SeenState, name: Name): void {
  to[name] = from[name]
}
