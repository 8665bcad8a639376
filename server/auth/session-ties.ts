import type { MemberId } from '#shared/base/ids.ts'

interface Tie {
  tokenHash: string
  /** As whom it was opened. */
  memberId: MemberId
  end: () => void
}

/** What the rest of the server asks. What ends a session may have to be told to other processes, and takes its time. */
export interface Ties {
  /** For what is open in this process. The returned function unties; idempotent. */
  tie(tokenHash: string, memberId: MemberId, end: () => void): () => void
  move(from: string, to: string): void | Promise<void>
  ended(tokenHash: string): void | Promise<void>
  lost(tokenHash: string, memberId: MemberId): void | Promise<void>
}

/** What is open in the name of a session, such as sockets, and has to end with it. */
export class SessionTies implements Ties {
  readonly #ties = new Map<string, Set<Tie>>()

  /** The returned function unties; idempotent. */
  tie(tokenHash: string, memberId: MemberId, end: () => void): () => void {
    const tie = { tokenHash, memberId, end }
    this.#add(tie)
    return () => {
      const siblings = this.#ties.get(tie.tokenHash)
      if (siblings?.delete(tie) && siblings.size === 0) this.#ties.delete(tie.tokenHash)
    }
  }

  /** The same browser goes on under another token. */
  move(from: string, to: string): void {
    for (const tie of this.#take(from)) {
      tie.tokenHash = to
      this.#add(tie)
    }
  }

  ended(tokenHash: string): void {
    for (const { end } of this.#take(tokenHash)) end()
  }

  /** The browser stays, but is this member no more. */
  lost(tokenHash: string, memberId: MemberId): void {
    for (const tie of this.#take(tokenHash)) {
      if (tie.memberId === memberId) tie.end()
      else this.#add(tie)
    }
  }

  #add(tie: Tie): void {
    const siblings = this.#ties.get(tie.tokenHash) ?? new Set()
    this.#ties.set(tie.tokenHash, siblings.add(tie))
  }

  #take(tokenHash: string): Tie[] {
    const ties = [...(this.#ties.get(tokenHash) ?? [])]
    this.#ties.delete(tokenHash)
    return ties
  }
}
