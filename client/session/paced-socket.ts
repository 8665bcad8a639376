import { FramePacer } from './frame-pacer.ts'

export type SocketClass = typeof WebSocket

interface PacedSocketOptions {
  clientId: number
  onDocumentFrame(kind: 'sync' | 'update', missing: boolean): void
}

/** A WebSocket class for the stock provider whose `send` goes through a `FramePacer`. */
export function pacedSocketClass(Base: SocketClass, options: PacedSocketOptions): SocketClass {
  return class PacedSocket extends Base {
    private readonly pacer = new FramePacer({
      ...options,
      transmit: (frame) => this.transmit(frame),
      after: afterDelay,
    })

    override send(data: Parameters<WebSocket['send']>[0]): void {
      this.pacer.accept(data as Uint8Array)
    }

    override close(code?: number, reason?: string): void {
      if (this.readyState === Base.OPEN) this.pacer.flush()
      this.pacer.drop()
      super.close(code, reason)
    }

    private transmit(frame: Uint8Array): boolean {
      if (this.readyState !== Base.OPEN) return false
      super.send(frame as Uint8Array<ArrayBuffer>)
      return true
    }
  }
}

function afterDelay(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}
