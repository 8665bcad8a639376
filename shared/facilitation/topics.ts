import { callTopic } from './call/topic.ts'
import { finishedTopic } from './finished/topic.ts'
import { handsTopic } from './hands/topic.ts'
import { lobbyTopic } from './lobby/topic.ts'
import { lockTopic } from './lock/topic.ts'
import { mutedTopic } from './muted/topic.ts'
import { pageLocksTopic } from './page-locks/topic.ts'
import { placeTopic } from './place/topic.ts'
import { reactionsTopic } from './reactions/topic.ts'
import { silentTopic } from './silent/topic.ts'
import { stepTopic } from './step/topic.ts'
import { timerTopic } from './timer/topic.ts'
import { voteTopic } from './vote/topic.ts'

/** Every topic of facilitation, once. What a topic is: `topic.ts`. */
export const topics = {
  place: placeTopic,
  timer: timerTopic,
  lock: lockTopic,
  step: stepTopic,
  hands: handsTopic,
  finished: finishedTopic,
  reactions: reactionsTopic,
  muted: mutedTopic,
  silent: silentTopic,
  votes: voteTopic,
  call: callTopic,
  pageLocks: pageLocksTopic,
  lobby: lobbyTopic,
}

export type Topics = typeof topics
export type TopicName = keyof Topics
export const topicNames = Object.keys(topics) as TopicName[]
