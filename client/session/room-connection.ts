import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { errorCatalogue, type ErrorCode } from '#shared/errors/catalogue.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { facilitationFrame, readDownMessage } from '#shared/protocol/facilitation-frame.ts'
import type { DownMessage, UpMessage } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, protocolVersion, syncTypes, type Ack } from '#shared/protocol/wire.ts'
import { canInflate, inflate } from './inflate.ts'
import { pacedSocketClass, type SocketClass } from './paced-socket.ts'
import { deviceNow } from './steady-clock.ts'

interface ConnectionOptions {
  doc: Y.Doc
  awareness: Awareness
  /** Last part of the address: the group, or the step of a draft. */
  place: string
  generation: number
  /** Address of the endpoint without it, e.g. `wss://werkraum.example/sync`. */
  syncUrl: string
  socketClass: SocketClass
  random: () => number
}

/** What a connection tells its room. */
export interface ConnectionEvents {
  onSynced(): void
  /** Something came from the server; said for every message, and for the reason why it ended the connection. */
  onHeard?(): void
  onLost(): void
  /** The server said why it ended the connection; trying again may succeed. */
  onRefused?(code: ErrorCode): void
  /** The server said that trying again is pointless. */
  onEnded(code: ErrorCode): void
  onMessage(message: DownMessage): void
  onAck(ack: Ack): void
  onDocumentFrame(kind: 'sync' | 'update', missing: boolean): void
}

const heartbeat = {
  /** A clock message this often; its answers also set the clock. */
  everyMs: 4_000,
  /** The first few come quicker, so that the timer is right at once. */
  settlingEveryMs: 400,
  settlingPings: 5,
  /** Unanswered for so long, the server counts as gone. With `everyMs` this stays below 15 seconds. */
  deadAfterMs: 9_000,
  /** Nothing at all came so long after opening began: something is in the way. */
  connectWithinMs: 10_000,
  /**
   * Nothing came for so long after something had, before the first sync: a big room is one message, and on a slow line
   * takes its time. Twice as long after every attempt that ended so.
   */
  syncWithinMs: 30_000,
  mostPatienceMs: 240_000,
} as const

/**
 * Reconnects are spread, so that a restarted server is not met by everybody at once. The cap is what people wait at most
 * once a line is well again, however long it was gone.
 */
const backoff = { firstMs: 1_500, capMs: 4_500, leastMs: 100 } as const

/**
 * The stock y-websocket provider, tuned: own message types, one merged frame per tick, spread reconnects and a
 * watchdog that notices a silent server.
 */
export class RoomConnection {
  private readonly options: ConnectionOptions
  private readonly events: ConnectionEvents
  private readonly provider: WebsocketProvider
  private serverVector: Uint8Array | undefined
  private failedAttempts = 0
  private pings = 0
  private awaitingSince: number | null = null
  private attemptSince = deviceNow()
  private watchedAt = deviceNow()
  /** When something was last heard in this attempt. */
  private heardAt: number | null = null
  /** Attempts in a row that something was heard in, and that were not long enough for the first sync. */
  private tooShort = 0
  private pingTimer: ReturnType<typeof setTimeout> | undefined
  private readonly watchTimer: ReturnType<typeof setInterval>
  private destroyed = false

  constructor(options: ConnectionOptions, events: ConnectionEvents) {
    this.options = options
    this.events = events
    this.provider = this.createProvider()
    this.watchTimer = setInterval(() => this.watch(), 1_000)
  }

  connect(): void {
    this.beginAttempt()
    this.provider.connect()
  }

  /** False when there is no open connection. */
  send(message: UpMessage): boolean {
    return this.transmit(facilitationFrame(message))
  }

  /** Sends everything that the server did not have when this connection began: the way to offer refused changes again. */
  offerAgain(): void {
    this.transmit(syncFrame('step2', Y.encodeStateAsUpdate(this.options.doc, this.serverVector)))
  }

  /** Drops the connection and opens another one. */
  reconnect(): void {
    if (this.destroyed || !this.provider.shouldConnect) return
    this.provider.disconnect()
    // Not `connect()`: the provider has already scheduled its next attempt, and two would race.
    this.provider.shouldConnect = true
  }

  /** The device says that it is online again: tries at once, whatever the next attempt was planned for. */
  hurry(): void {
    if (this.destroyed || !this.provider.shouldConnect || this.provider.ws !== null) return
    this.failedAttempts = 0
    this.provider.connect()
  }

  end(code: ErrorCode): void {
    this.provider.shouldConnect = false
    this.provider.disconnect()
    this.events.onEnded(code)
  }

  destroy(): void {
    this.destroyed = true
    clearInterval(this.watchTimer)
    clearTimeout(this.pingTimer)
    this.provider.destroy()
  }

  private createProvider(): WebsocketProvider {
    const { doc, awareness, place, generation, syncUrl, socketClass } = this.options
    const provider = new WebsocketProvider(syncUrl, place, doc, {
      awareness,
      connect: false,
      // Its BroadcastChannel would sync tabs of one browser past the server, and so past roles and locks.
      disableBc: true,
      params: {
        v: String(protocolVersion),
        gen: String(generation),
        client: String(doc.clientID),
        ...(canInflate && { deflate: '1' }),
      },
      WebSocketPolyfill: pacedSocketClass(socketClass, {
        clientId: doc.clientID,
        onDocumentFrame: (kind, missing) => this.events.onDocumentFrame(kind, missing),
      }),
      shouldReconnect: (event) => this.mayReturn(event.code),
    })
    // The provider's own check ends a connection after 30 quiet seconds; in a hidden tab, whose timers run once a
    // minute, that would be a reconnect a minute. `watch` judges by unanswered pings instead.
    clearInterval(provider._checkInterval as ReturnType<typeof setInterval>)
    this.listen(provider)
    return provider
  }

  private listen(provider: WebsocketProvider): void {
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.beginAttempt()
      if (status === 'connected') this.opened()
    })
    provider.on('sync', (synced) => synced && this.synced())
    provider.on('connection-close', (event) => this.closed(event))
    const stockSync = provider.messageHandlers[messageTypes.sync]!
    provider.messageHandlers[messageTypes.sync] = (encoder, decoder, ...rest) => {
      this.noteServerVector(decoder)
      stockSync(encoder, decoder, ...rest)
      this.heard()
    }
    provider.messageHandlers[messageTypes.facilitation] = (_encoder, decoder) => {
      this.heard()
      this.events.onMessage(readDownMessage(decoder))
    }
    provider.messageHandlers[messageTypes.ack] = (_encoder, decoder) => {
      this.heard()
      const ack = readAck(decoder)
      if (ack) this.events.onAck(ack)
    }
    provider.messageHandlers[messageTypes.deflated] = (_encoder, decoder) => {
      this.heard()
      void this.unwrap(decoding.readVarUint8Array(decoder), provider.ws)
    }
  }

  private beginAttempt(): void {
    this.attemptSince = deviceNow()
    this.heardAt = null
  }

  private heard(): void {
    this.awaitingSince = null
    this.heardAt = deviceNow()
    this.events.onHeard?.()
  }

  /** What arrives meanwhile builds on it; Yjs keeps it until then. A socket that was closed meanwhile listens no more. */
  private async unwrap(zlib: Uint8Array, socket: WebSocket | null): Promise<void> {
    const data = await inflate(zlib).catch(() => null)
    if (data) socket?.onmessage?.(new MessageEvent('message', { data }))
    else this.reconnectPlain()
  }

  /** Whatever this browser cannot inflate, it can read as it is. */
  private reconnectPlain(): void {
    delete this.provider.params.deflate
    this.reconnect()
  }

  /** The server's first sync step says what it has; kept to know later what it was never given. */
  private noteServerVector(decoder: decoding.Decoder): void {
    const peek = decoding.clone(decoder)
    if (decoding.readVarUint(peek) === syncTypes.step1) this.serverVector = decoding.readVarUint8Array(peek)
  }

  private opened(): void {
    this.pings = 0
    this.awaitingSince = null
    clearTimeout(this.pingTimer)
    this.ping()
  }

  private synced(): void {
    this.failedAttempts = 0
    this.tooShort = 0
    this.events.onSynced()
  }

  private closed(event: CloseEvent | null): void {
    clearTimeout(this.pingTimer)
    this.awaitingSince = null
    // The provider waits for the smaller of its own doubling and this bound: with a high count the bound alone counts.
    this.provider.wsUnsuccessfulReconnects = 20
    this.provider.maxBackoffTime = this.nextDelayMs()
    this.events.onLost()
    const code = event && errorOfClose(event.code)
    // The line is open: it was the server itself that gave a reason
    if (code) this.events.onHeard?.()
    if (code && errorCatalogue[code].retryable) this.events.onRefused?.(code)
    else if (code) this.events.onEnded(code)
  }

  private nextDelayMs(): number {
    const bound = Math.min(backoff.capMs, backoff.firstMs * 2 ** this.failedAttempts++)
    return backoff.leastMs + this.options.random() * bound
  }

  private mayReturn(closeCode: number): boolean {
    const code = errorOfClose(closeCode)
    return code === null || errorCatalogue[code].retryable
  }

  private ping(): void {
    if (this.destroyed || !this.provider.wsconnected) return
    if (this.send({ type: 'clock', sentAt: deviceNow() })) this.awaitingSince ??= deviceNow()
    this.pings++
    const delayMs = this.pings < heartbeat.settlingPings ? heartbeat.settlingEveryMs : heartbeat.everyMs
    this.pingTimer = setTimeout(() => this.ping(), delayMs)
  }

  private watch(): void {
    this.noticeJump()
    if (this.provider.synced) {
      if (this.isSilent()) this.reconnect()
    } else if (this.provider.ws !== null && this.isStuck()) {
      if (this.heardAt !== null) this.tooShort++
      this.reconnect()
    }
  }

  /** After sleep, or when somebody set the clock ahead, timers are wrong until the server is asked. */
  private noticeJump(): void {
    const [before, now] = [this.watchedAt, deviceNow()]
    this.watchedAt = now
    if (now - before < heartbeat.everyMs) return
    clearTimeout(this.pingTimer)
    this.ping()
  }

  private isSilent(): boolean {
    return this.awaitingSince !== null && deviceNow() - this.awaitingSince > heartbeat.deadAfterMs
  }

  /** Answers to pings wait behind the room that is on its way, so that they say nothing here. */
  private isStuck(): boolean {
    if (this.heardAt === null) return deviceNow() - this.attemptSince > heartbeat.connectWithinMs
    const patienceMs = Math.min(heartbeat.syncWithinMs * 2 ** this.tooShort, heartbeat.mostPatienceMs)
    return deviceNow() - this.heardAt > patienceMs
  }

  private transmit(frame: Uint8Array): boolean {
    const { ws, wsconnected } = this.provider
    if (!ws || !wsconnected || ws.readyState !== ws.OPEN) return false
    ws.send(frame as Uint8Array<ArrayBuffer>)
    return true
  }
}

function errorOfClose(closeCode: number): ErrorCode | null {
  const codes = Object.keys(errorCatalogue) as ErrorCode[]
  return (
    codes.find((code) => 'close' in errorCatalogue[code] && errorCatalogue[code].close === closeCode) ?? null
  )
}
