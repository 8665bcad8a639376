import pino, { type Logger } from 'pino'
import type { LogLevel } from './config.ts'

/** Structured log on standard output. What could name or quote somebody is left out even where it is handed in. */
export function createLogger(level: LogLevel): Logger {
  return pino({
    level,
    base: undefined,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['req', 'res', 'body', 'headers', 'cookie', 'token', 'password', 'email'],
      remove: true,
    },
  })
}
