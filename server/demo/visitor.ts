import type { GroupId } from '#shared/base/ids.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import { Seat } from './seat.ts'

interface Call {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

/** One person's browser, as far as a server can tell: it keeps its cookie and names its origin. */
export class Visitor {
  readonly #origin: string
  #cookie = ''

  /** @param origin e.g. `http://localhost:3000` */
  constructor(origin: string) {
    this.#origin = origin
  }

  /** Rejects where the server refuses; the message names the endpoint and the code. */
  async call<Answer>(endpoint: Endpoint, { path = {}, query, body }: Call = {}): Promise<Answer> {
    const [method, pattern] = endpoints[endpoint].split(' ') as [string, string]
    const address = pattern.replace(/:(\w+)/g, (_, name: string) => path[name] ?? '')
    const search = query ? `?${new URLSearchParams(query).toString()}` : ''
    const response = await fetch(this.#origin + address + search, {
      method,
      headers: {
        origin: this.#origin,
        ...(this.#cookie && { cookie: this.#cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const given = response.headers.getSetCookie().at(-1)
    if (given) this.#cookie = given.split(';')[0]!
    if (!response.ok) throw new Error(`${endpoint}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as Answer
  }

  /** Takes a seat in a room; resolves once its document is there. */
  enter(groupId: GroupId): Promise<Seat> {
    return Seat.take(this.#origin, groupId, this.#cookie)
  }
}
