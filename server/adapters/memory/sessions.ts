import type { AccountId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import type { Session } from '#server/ports/people-store.ts'
import { MemoryDisk } from './disk.ts'

/** The browsers that people log in with: a part of the people store in memory. */
export abstract class MemorySessions {
  readonly #sessions = new Map<string, Session>()
  protected readonly disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.disk = disk
  }

  protected abstract workshopOf(memberId: MemberId): WorkshopId | undefined

  async addSession(session: Session) {
    this.disk.write()
    this.#sessions.set(session.tokenHash, structuredClone(session))
  }

  async session(tokenHash: string, now: number) {
    const session = this.#sessions.get(tokenHash)
    return session && session.expiresAt > now ? structuredClone(session) : null
  }

  async extendSession(tokenHash: string, expiresAt: number) {
    this.disk.write()
    const session = this.#sessions.get(tokenHash)
    if (session) session.expiresAt = expiresAt
  }

  async endSession(tokenHash: string) {
    this.disk.write()
    this.#sessions.delete(tokenHash)
  }

  protected forgetSessionsOf(accountId: AccountId): void {
    for (const [hash, session] of this.#sessions)
      if (session.accountId === accountId) this.#sessions.delete(hash)
  }

  async endSessionsOf(accountId: AccountId, except: string | null) {
    this.disk.write()
    const ended = [...this.#sessions.values()]
      .filter((session) => session.accountId === accountId && session.tokenHash !== except)
      .map(({ tokenHash }) => tokenHash)
    for (const tokenHash of ended) this.#sessions.delete(tokenHash)
    return ended
  }

  async bindMember(tokenHash: string, memberId: MemberId, since: number) {
    const session = this.#sessions.get(tokenHash)
    const workshopId = this.workshopOf(memberId)
    if (!session || !workshopId) return
    this.disk.write()
    const others = session.members.filter(({ id }) => this.workshopOf(id) !== workshopId)
    session.members = [...others, { id: memberId, since }]
  }

  async unbindMember(memberId: MemberId, except: string | null) {
    this.disk.write()
    const bound = [...this.#sessions.values()].filter(
      ({ members, tokenHash }) => members.some(({ id }) => id === memberId) && tokenHash !== except,
    )
    for (const session of bound) session.members = session.members.filter(({ id }) => id !== memberId)
    return bound.map(({ tokenHash }) => tokenHash)
  }

  async trimSessions(whose: { accountId: AccountId } | { memberId: MemberId }, most: number) {
    this.disk.write()
    const isTheirs = ({ accountId, members }: Session) =>
      'accountId' in whose ? accountId === whose.accountId : members.some(({ id }) => id === whose.memberId)
    const theirs = [...this.#sessions.values()].filter(isTheirs)
    const ended = theirs
      .reverse()
      .sort((a, b) => b.createdAt - a.createdAt)
      .slice(most)
    for (const session of ended) {
      if ('memberId' in whose) session.members = session.members.filter(({ id }) => id !== whose.memberId)
      const isEmpty = session.accountId === null && session.members.length === 0
      if (isEmpty || 'accountId' in whose) this.#sessions.delete(session.tokenHash)
    }
    return ended.map(({ tokenHash }) => tokenHash)
  }

  async sweepSessions(now: number) {
    const expired = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt <= now)
    for (const { tokenHash } of expired) this.#sessions.delete(tokenHash)
    return expired.length
  }

  /** Part of something bigger, which has asked the disk. */
  protected leaveAllSessions(memberId: MemberId): void {
    for (const session of this.#sessions.values())
      session.members = session.members.filter(({ id }) => id !== memberId)
  }
}
