import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Member } from '#server/ports/people-store.ts'

interface Lane {
  running: number
  waiting: Set<() => void>
}

interface Bounds {
  /** How many of one person may be under way at once, and how many may wait for those. */
  atOnce: number
  waiting: number
  /** What those beyond are told. */
  refusal: Extract<ErrorCode, 'rate_limited' | 'exports_waiting'>
}

const RETRY_SECONDS = 30
/** How long nothing may come of what is sent, or be taken of what is answered. */
const STILL_MS = 60_000

/**
 * Requests of one kind that one person has under way. How long a request takes is up to whoever sends or reads it, and
 * meanwhile it holds memory, a file or a place: a thousand uploads that stop before their last byte would hold ten
 * gigabytes. So only a few go on at once; others wait in order, before anything of them is read, and at the expense of
 * nobody else. What hangs up, or stands still, frees its place.
 */
export class UnderWay {
  readonly #bounds: Bounds
  readonly #lanes = new Map<string, Lane>()

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  /** Lets a request go on until it is answered. @throws Problem when too many of the person's wait already */
  async enter(person: string, { raw }: FastifyReply): Promise<void> {
    const lane = this.#lanes.get(person) ?? { running: 0, waiting: new Set() }
    this.#lanes.set(person, lane)
    if (lane.running >= this.#bounds.atOnce) await this.#wait(lane, raw)
    else lane.running++
    let isOver = false
    const leave = () => {
      if (!isOver) this.#leave(person, lane)
      isOver = true
    }
    raw.once('finish', leave).once('close', leave)
    if (raw.destroyed) leave()
  }

  /** Whoever leaves hands its place over. */
  async #wait(lane: Lane, raw: FastifyReply['raw']): Promise<void> {
    const { waiting, refusal } = this.#bounds
    if (lane.waiting.size >= waiting)
      throw new Problem(refusal, 'too many under way', { seconds: RETRY_SECONDS })
    await new Promise<void>((resolve, reject) => {
      const goOn = () => {
        raw.off('close', giveUp)
        resolve()
      }
      const giveUp = () => {
        lane.waiting.delete(goOn)
        reject(new Problem('request_invalid', 'hung up'))
      }
      lane.waiting.add(goOn)
      raw.once('close', giveUp)
    })
  }

  #leave(person: string, lane: Lane): void {
    const [next] = lane.waiting
    if (next) {
      lane.waiting.delete(next)
      return next()
    }
    lane.running--
    if (lane.running === 0) this.#lanes.delete(person)
  }
}

/** Under whom requests are counted: an account is one person in all workshops. */
export const personOf = ({ id, accountId }: Pick<Member, 'id' | 'accountId'>): string => accountId ?? id

/** From now on a connection on which nothing moves is cut; what is worked on meanwhile is not meant. */
export function cutWhenStill({ raw }: FastifyRequest): void {
  timeoutOf(raw.socket, STILL_MS)
}

/** The request is whole: nothing has to come any more. */
export function mayStandStill({ raw }: FastifyRequest): void {
  timeoutOf(raw.socket, 0)
}

/** A request that tests put in has no line below it. */
function timeoutOf(socket: Partial<Pick<Socket, 'setTimeout'>>, ms: number): void {
  socket.setTimeout?.(ms)
}
