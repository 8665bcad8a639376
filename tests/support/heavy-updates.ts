import * as encoding from 'lib0/encoding'

const IN_MAP = 0x20 | 8
const WITH_ORIGIN = 0x80 | 8
const ANY_TRUE = 120

/**
 * An update of many clients, in which each entry follows on one of the client before: read client by client, hardly
 * anything finds what it needs. Entries are values of one key of `comments`, of which the last counts.
 */
export function chainedUpdate(clients: number, bytes: number, first = 1_000): Uint8Array {
  const rounds = Math.max(2, Math.floor(bytes / clients / 9))
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients)
    for (let at = clients - 1; at >= 0; at--) {
      encoding.writeVarUint(encoder, rounds)
      encoding.writeVarUint(encoder, first + at)
      encoding.writeVarUint(encoder, 0)
      for (let round = 0; round < rounds; round++) writeEntry(encoder, at, round)
    }
    encoding.writeVarUint(encoder, 0)
  })

  function writeEntry(encoder: encoding.Encoder, at: number, round: number): void {
    if (at === 0 && round === 0) {
      encoding.writeUint8(encoder, IN_MAP)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'comments')
      encoding.writeVarString(encoder, 'k')
    } else {
      encoding.writeUint8(encoder, WITH_ORIGIN)
      // The client before in this round; the first follows on the last of the round before
      encoding.writeVarUint(encoder, first + (at === 0 ? clients - 1 : at - 1))
      encoding.writeVarUint(encoder, at === 0 ? round - 1 : round)
    }
    encoding.writeVarUint(encoder, 1)
    encoding.writeUint8(encoder, ANY_TRUE)
  }
}

/** Values of some keys of `comments`, none of which follows on another. */
export function crowdedUpdate(client: number, count: number, from = 0, keys = 7): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, client, from]) encoding.writeVarUint(encoder, number)
    for (let at = 0; at < count; at++) {
      encoding.writeUint8(encoder, IN_MAP)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'comments')
      encoding.writeVarString(encoder, `k${at % keys}`)
      encoding.writeVarUint(encoder, 1)
      encoding.writeUint8(encoder, ANY_TRUE)
    }
    encoding.writeVarUint(encoder, 0)
  })
}
