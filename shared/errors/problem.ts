import { errorCatalogue, type ErrorCode } from './catalogue.ts'

/**
 * An error with a stable code, thrown at the edges (HTTP, sockets, the client's fetch) and turned into a response or
 * a sentence there. `detail` is for the log and for developers; it never holds what people wrote.
 */
export class Problem extends Error {
  readonly code: ErrorCode
  /** Values for the translated sentence, e.g. `{ max: 10 }`. */
  readonly values: Record<string, string | number>

  constructor(code: ErrorCode, detail = code as string, values: Record<string, string | number> = {}) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.values = values
  }

  get httpStatus(): number {
    return errorCatalogue[this.code].http
  }
}

/** JSON body of every failed response. */
export interface ProblemBody {
  error: { code: ErrorCode; values: Record<string, string | number> }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code)
}
