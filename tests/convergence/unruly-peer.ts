import type * as Y from 'yjs'
import { Bundle } from '#server/rooms/bundle.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { seededRandom, type Random } from '#tests/support/seeded-random.ts'

/** How many messages a line may mix up. */
const SPAN = 6

/**
 * A peer whose line can go mad: messages of both directions overtake each other and come twice. No websocket does
 * that; a document and an admission that survive it survive every order in which things can happen.
 */
export class UnrulyPeer extends RoomPeer {
  #random: Random | null = null
  #toServer: Uint8Array[] = []
  #toClient: Uint8Array[] = []
  readonly #delivers: (message: Uint8Array) => boolean

  constructor(doc?: Y.Doc, delivers: (message: Uint8Array) => boolean = () => true) {
    super(doc)
    this.#delivers = delivers
  }

  goMad(seed: number): void {
    this.#random = seededRandom(seed)
  }

  /** Delivers what is still on the way, last first. */
  calmDown(): void {
    this.#random = null
    for (const frame of this.#toServer.splice(0).reverse()) super.send(frame)
    for (const message of this.#toClient.splice(0).reverse()) super.write(new Bundle([message]))
  }

  override leave(): void {
    this.#random = null
    this.#toServer = []
    this.#toClient = []
    super.leave()
  }

  override send(frame: Uint8Array): void {
    if (!this.#random) return super.send(frame)
    // The room reads views into the frame later than a socket would hand it over
    this.#mix(this.#toServer, frame.slice(), (one) => super.send(one))
  }

  override write(bundle: Bundle): void {
    const messages = bundle.messages.filter(this.#delivers)
    if (!this.#random) return super.write(new Bundle(messages))
    for (const message of messages) {
      this.#mix(this.#toClient, message, (one) => super.write(new Bundle([one])))
    }
  }

  #mix(waiting: Uint8Array[], message: Uint8Array, deliver: (one: Uint8Array) => void): void {
    const random = this.#random!
    waiting.push(message)
    while (waiting.length > random.below(SPAN)) {
      const at = random.below(waiting.length)
      const isRepeated = random.chance(0.25)
      deliver(isRepeated ? waiting[at]! : waiting.splice(at, 1)[0]!)
      if (!this.#random) return
    }
  }
}
