const KEPT_SAMPLES = 9
/** An answer that is off by more, beyond its own way there and back, is no worse answer but another clock. */
const JUMP_MS = 1_000

/**
 * Estimates how far the server's clock is ahead of this device's. Each answered ping halves its way there and back
 * (Cristian 1989); the median of the quickest answers decides, so that one slow answer moves nothing.
 */
export class ServerClock {
  private readonly now: () => number
  private samples: { offsetMs: number; roundTripMs: number }[] = []
  private offsetMs = 0

  constructor(now: () => number) {
    this.now = now
  }

  serverNow(): number {
    return this.now() + this.offsetMs
  }

  /** A message that carries the server's time but answers nothing; taken only until a ping was answered. */
  glimpse(serverTime: number): void {
    if (this.samples.length === 0) this.offsetMs = serverTime - this.now()
  }

  /** An answered ping: when it was sent by this device's clock, and the server's time in the answer. */
  answered(sentAt: number, serverTime: number): void {
    const receivedAt = this.now()
    if (receivedAt < sentAt) return
    const sample = { offsetMs: serverTime - (sentAt + receivedAt) / 2, roundTripMs: receivedAt - sentAt }
    // This device slept, or its clock was set: what was measured before means nothing any more
    if (Math.abs(sample.offsetMs - this.offsetMs) > JUMP_MS + sample.roundTripMs) this.samples = []
    this.samples = [...this.samples, sample].slice(-KEPT_SAMPLES)
    this.offsetMs = medianOffset(this.samples)
  }
}

function medianOffset(samples: readonly { offsetMs: number; roundTripMs: number }[]): number {
  const quickest = [...samples].sort((a, b) => a.roundTripMs - b.roundTripMs)
  const trusted = quickest.slice(0, Math.ceil(samples.length / 2)).map((sample) => sample.offsetMs)
  return trusted.sort((a, b) => a - b)[Math.floor(trusted.length / 2)]!
}
