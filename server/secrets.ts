import type { Polling } from '#server/ballots/polling.ts'
import type { Silence } from '#server/drafts/silence.ts'
import type { RoomSecrets } from '#server/rooms/room-secrets.ts'

/** Everything that is hidden in a room: what is written in silence, and how people vote. */
export function roomSecrets(silence: Silence, polling: Polling): RoomSecrets {
  return {
    async commit(room, envelopes) {
      await polling.preparing(room.groupId, envelopes)
      const isStored = await silence.commit(room, envelopes)
      if (isStored) await polling.stored(room.groupId, envelopes)
      return isStored
    },
    async entered(groupId, state, memberId, tell) {
      // Where one of them cannot be read, the other one is told all the same
      await Promise.all([
        silence.entered(groupId, state, memberId, tell),
        polling.entered(groupId, state, memberId, tell),
      ])
    },
    putAside: (change) => silence.putAside(change),
    cast: (voter, state, voteId, ballot) => polling.cast(voter, state, voteId, ballot),
    tally: (groupId, vote) => polling.tally(groupId, vote),
    erasing: (groupId, state, erase) => silence.erasing(groupId, state, erase),
    async removing(groupId) {
      await silence.removing(groupId)
      await polling.removing(groupId)
    },
    memberChanged: (memberId) => silence.memberChanged(memberId),
  }
}
