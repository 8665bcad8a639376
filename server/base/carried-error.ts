import type { StorageFault } from '#server/ports/storage-fault.ts'
import { StorageError } from './storage-error.ts'

/**
 * An error on its way between threads. Copied as an object it would lose its class and its code, and some would lose
 * even their message.
 */
export interface CarriedError {
  name: string
  message: string
  code: string | null
  stack: string | null
  /** Null for everything that is no `StorageError`. */
  fault: StorageFault | null
  place: string | null
  cause: CarriedError | null
}

export function carried(error: unknown): CarriedError {
  if (!(error instanceof Error)) {
    return { ...nothingKnown, name: 'Error', message: String(error) }
  }
  const { code } = error as NodeJS.ErrnoException
  const isStorage = error instanceof StorageError
  return {
    name: error.name,
    message: error.message,
    code: code ?? null,
    stack: error.stack ?? null,
    fault: isStorage ? error.fault : null,
    place: isStorage ? error.place : null,
    cause: error.cause === undefined ? null : carried(error.cause),
  }
}

/** The other side: the error as it was, with the stack of where it happened. */
export function arrived({ name, message, code, stack, fault, place, cause }: CarriedError): Error {
  const from = cause ? { cause: arrived(cause) } : {}
  const error =
    fault === null
      ? new Error(message, from)
      : new StorageError(fault, message, { ...from, ...(place === null ? {} : { place }) })
  error.name = name
  if (stack !== null) error.stack = stack
  return code === null ? error : Object.assign(error, { code })
}

const nothingKnown = { code: null, stack: null, fault: null, place: null, cause: null }
