import { Problem, isErrorCode, type ProblemBody } from '#shared/errors/problem.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'

/** What a call may carry: values for the `:names` in the path, a query, and a body (JSON, or a file as it is). */
export interface CallOptions {
  path?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
  signal?: AbortSignal
}

/** The server did not answer at all: no network, or it is just restarting. Nothing was changed as far as we know. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the server did not answer', { cause })
    this.name = 'Unreachable'
  }
}

/**
 * Calls one endpoint and decodes its answer; the only place where the client fetches JSON.
 * Throws `Problem` with the server's code, or `Unreachable`.
 */
export async function call<Answer>(endpoint: Endpoint, options: CallOptions = {}): Promise<Answer> {
  const response = await send(endpoint, options)
  if (!response.ok) throw await problemOf(response)
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

/** A file that an endpoint wrote, and how it wants to be called. */
interface AnsweredFile {
  content: Blob
  name: string
}

/**
 * Calls an endpoint that answers with a file, so that waiting for it and its refusal can be shown; throws like `call`.
 * The browser holds the file meanwhile: what may be a gigabyte is better linked to.
 */
export async function callForFile(endpoint: Endpoint, options: CallOptions = {}): Promise<AnsweredFile> {
  const response = await send(endpoint, options)
  if (!response.ok) throw await problemOf(response)
  const name = nameIn(response.headers.get('content-disposition') ?? '')
  try {
    return { content: await response.blob(), name }
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new Unreachable(cause)
  }
}

/** The name in UTF-8, which our server always sends. */
const nameIn = (disposition: string) =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'Werkraum')

/** Address of an endpoint, e.g. for links that download. */
export function addressOf(endpoint: Endpoint, { path = {}, query = {} }: CallOptions = {}): string {
  const pattern = endpoints[endpoint].split(' ')[1]!
  const filled = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
  return search ? `${filled}?${search}` : filled
}

async function send(endpoint: Endpoint, options: CallOptions): Promise<Response> {
  const { body, signal } = options
  try {
    return await fetch(addressOf(endpoint, options), {
      method: endpoints[endpoint].split(' ')[0]!,
      credentials: 'same-origin',
      ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : encoded(body)),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new Unreachable(cause)
  }
}

function encoded(body: unknown): RequestInit {
  if (body instanceof Blob)
    return { body, headers: { 'content-type': body.type || 'application/octet-stream' } }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function problemOf(response: Response): Promise<Error> {
  const body = await response.json().then(
    (json: unknown) => json as Partial<ProblemBody> | null,
    () => null,
  )
  const error = body?.error
  if (error && isErrorCode(error.code)) return new Problem(error.code, error.code, error.values)
  // Something before our server answered: a proxy while the server restarts.
  if (response.status === 413) return new Problem('request_too_large')
  return response.status >= 502 ? new Unreachable(response.status) : new Problem('internal')
}
