import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { isErrorCode, Problem, type ProblemBody } from '#shared/errors/problem.ts'
import { StorageError } from '#server/base/storage-error.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a body beyond the limit of this route is called. */
    tooLarge?: ErrorCode
  }
}

/**
 * The only place where an error becomes a response. People's text never gets into the log: neither bodies nor the
 * messages of parsers, which quote what they choked on.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request)
  const route = request.routeOptions.url ?? 'unknown'
  if (problem.httpStatus >= 500) {
    request.log.error({ route, code: problem.code, ...traceOf(error) }, 'request failed')
  } else {
    request.log.debug({ route, code: problem.code }, 'request refused')
  }
  return sendProblem(reply, problem)
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const body: ProblemBody = { error: { code: problem.code, values: problem.values } }
  if (typeof problem.values.seconds === 'number') void reply.header('Retry-After', problem.values.seconds)
  return reply.code(problem.httpStatus).send(body)
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ZodError) return new Problem(codeOf(error) ?? 'request_invalid')
  if (error instanceof StorageError) return new Problem(error.isPassing ? 'storage_unavailable' : 'internal')
  const { code, statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Problem(request.routeOptions.config.tooLarge ?? 'request_too_large')
  }
  return new Problem(statusCode >= 400 && statusCode < 500 ? 'request_invalid' : 'internal')
}

/** What a schema itself calls the fault, as `meetingTime` does. */
function codeOf({ issues }: ZodError): ErrorCode | null {
  const codes = issues.map((issue): unknown => (issue.code === 'custom' ? issue.params?.['code'] : null))
  return codes.find(isErrorCode) ?? null
}

function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const calls = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const message = error instanceof SyntaxError ? 'withheld' : error.message
  return { error: error.name, message, stack: calls.join('\n') }
}
