import { localeOf } from '#shared/base/locale.ts'

/** "10:42" in the reader's own time zone. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** "21. Nov., 10:42" for versions, which may be weeks old. */
export function dayAndTime(at: number, language: string): string {
  const shape = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  return new Intl.DateTimeFormat(localeOf(language), shape).format(at)
}
