/**
 * Structured log. Fields are ids, counts, codes and durations; never what people wrote, never a secret.
 * Satisfied by pino.
 */
export interface Logger {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

type LogFields = Record<string, string | number | boolean | null | undefined | Error>
