/** What another system can be told of. Names are a promise, as addresses are: more may come, nothing goes. */
export const hookKinds = [
  'profile.published',
  'profile.withdrawn',
  'interest.received',
  'vote.counted',
  'meeting.ended',
  'minutes.released',
  'workshop.archived',
  'workshop.reopened',
  'workshop.deleted',
] as const
export type HookKind = (typeof hookKinds)[number]

/** Sent by its owner to see whether it arrives; of no workshop. */
export const probeKind = 'probe'
export type MessageKind = HookKind | typeof probeKind
