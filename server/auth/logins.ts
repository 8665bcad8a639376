import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AccountId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { PeopleStore, Session } from '#server/ports/people-store.ts'
import { hashOf, newToken } from './secrets.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { AccessKey, KeyStore } from '#server/ports/key-store.ts'
import type { Ties } from './session-ties.ts'

export const sessionCookie = 'werkraum'

const dayMs = 24 * 60 * 60 * 1000
const sessionMs = limits.sessionDays * dayMs

/**
 * Browsers that somebody logged in or joined with. The cookie holds a random token, the store only its hash. A session
 * that is used stays alive: it is extended when a day of its life is gone.
 * Invariants (cited by the tests):
 * 1. Whoever becomes more than they were gets a new token, and the old one is void: a copy made earlier, on a shared
 *    computer, becomes nothing.
 * 2. Where a moderator makes somebody more than they were, sessions from before stay what they were until the person
 *    shows again who they are, by their return link or password (`Access.membership`).
 * 3. A person is logged in in so many browsers at most; who holds a link and opens it without end ends their own first.
 * 4. What is open in the name of a session or of a member ends with it, not with the next request.
 */
export class Logins {
  readonly #people: PeopleStore
  readonly #keys: Pick<KeyStore, 'keysOf'>
  readonly #clock: Clock
  readonly #secure: boolean
  readonly #ties: Ties

  constructor(
    { people, keys }: { people: PeopleStore; keys: Pick<KeyStore, 'keysOf'> },
    ties: Ties,
    clock: Clock,
    publicUrl: URL | null,
  ) {
    this.#keys = keys
    this.#ties = ties
    this.#people = people
    this.#clock = clock
    this.#secure = publicUrl?.protocol === 'https:'
  }

  /** The browser's session, or that of the key's owner; null for strangers. */
  async of(request: FastifyRequest): Promise<Session | null> {
    if (request.accessKey) return sessionBy(await this.#stillCounts(request.accessKey))
    const token = request.cookies[sessionCookie]
    return token ? this.#people.session(hashOf(token), this.#clock.now()) : null
  }

  /** A request may have waited for minutes since its key was looked at. */
  async #stillCounts({ id, accountId }: AccessKey): Promise<AccessKey> {
    const key = (await this.#keys.keysOf(accountId)).find((one) => one.id === id)
    if (!key || key.expiresAt <= this.#clock.now()) throw new Problem('key_invalid')
    return key
  }

  /** Keeps a used session, and its cookie, from running out. */
  async keepAlive(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void> {
    const expiresAt = this.#clock.now() + sessionMs
    if (expiresAt - session.expiresAt < dayMs) return
    await this.#people.extendSession(session.tokenHash, expiresAt)
    this.#giveCookie(reply, request.cookies[sessionCookie]!)
  }

  /** Logs an account in. The browser keeps the workshops it had joined before; its old token is void. */
  async logIn(request: FastifyRequest, reply: FastifyReply, accountId: AccountId): Promise<void> {
    const before = await this.of(request)
    const account = { accountId, accountSince: this.#clock.now() }
    const tokenHash = await this.#begin(reply, account, before?.members ?? [])
    const tooMany = await this.#people.trimSessions({ accountId }, limits.maxSessionsPerPerson)
    for (const ended of tooMany) await this.#ties.ended(ended)
    if (!before) return
    await this.#people.endSession(before.tokenHash)
    await this.#ties.move(before.tokenHash, tokenHash)
  }

  /**
   * Makes this browser belong to a member, beside whatever else it is logged in to; its old token is void.
   * @param since when it showed that it is this member
   */
  async join(request: FastifyRequest, reply: FastifyReply, memberId: MemberId, since: number): Promise<void> {
    const before = await this.of(request)
    const { accountId, accountSince, members } = before ?? { accountId: null, accountSince: 0, members: [] }
    const tokenHash = await this.#begin(reply, { accountId, accountSince }, members)
    await this.#people.bindMember(tokenHash, memberId, since)
    const tooMany = await this.#people.trimSessions({ memberId }, limits.maxSessionsPerPerson)
    for (const lost of tooMany) await this.#ties.lost(lost, memberId)
    if (!before) return
    await this.#people.endSession(before.tokenHash)
    await this.#ties.move(before.tokenHash, tokenHash)
    const now = await this.#people.session(tokenHash, this.#clock.now())
    const stays = new Set(now?.members.map(({ id }) => id))
    for (const { id } of before.members) if (!stays.has(id)) await this.#ties.lost(tokenHash, id)
  }

  /** Takes a member away from all browsers that came by a return link or invite, except the one that is named. */
  async endMembership(memberId: MemberId, except: FastifyRequest | null): Promise<void> {
    const spared = except && hashOf(except.cookies[sessionCookie] ?? '')
    const lost = await this.#people.unbindMember(memberId, spared)
    for (const tokenHash of lost) await this.#ties.lost(tokenHash, memberId)
  }

  async logOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[sessionCookie]
    if (token) {
      await this.#people.endSession(hashOf(token))
      await this.#ties.ended(hashOf(token))
    }
    reply.clearCookie(sessionCookie, { path: '/' })
  }

  /** Logs an account out everywhere, except in the browser whose session is named. */
  async endOthers(accountId: AccountId, except: Session | null): Promise<void> {
    const ended = await this.#people.endSessionsOf(accountId, except?.tokenHash ?? null)
    for (const tokenHash of ended) await this.#ties.ended(tokenHash)
  }

  /**
   * Ties something that stays open to the browser's session and the member it was opened as: `end` is called when
   * either ends, and at once where it ended since it was looked at. The returned function unties.
   */
  tie(request: FastifyRequest, memberId: MemberId, end: () => void): () => void {
    const untie = this.#ties.tie(hashOf(request.cookies[sessionCookie] ?? ''), memberId, end)
    const stillHolds = (session: Session | null) =>
      session !== null && (session.accountId !== null || session.members.some(({ id }) => id === memberId))
    this.of(request).then((session) => stillHolds(session) || end(), end)
    return untie
  }

  /** Answers the hash of the new token. */
  async #begin(
    reply: FastifyReply,
    account: Pick<Session, 'accountId' | 'accountSince'>,
    members: Session['members'],
  ): Promise<string> {
    const token = newToken()
    const createdAt = this.#clock.now()
    await this.#people.addSession({
      tokenHash: hashOf(token),
      ...account,
      members,
      createdAt,
      expiresAt: createdAt + sessionMs,
    })
    this.#giveCookie(reply, token)
    return hashOf(token)
  }

  #giveCookie(reply: FastifyReply, token: string): void {
    reply.setCookie(sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#secure,
      maxAge: sessionMs / 1000,
    })
  }
}

/** A program is its key's owner, as far as they were that when the key was made (invariant 2). */
const sessionBy = ({ id, accountId, createdAt, expiresAt }: AccessKey): Session => ({
  tokenHash: `key ${id}`,
  accountId,
  accountSince: createdAt,
  members: [],
  createdAt,
  expiresAt,
})
