import { common } from '#shared/i18n/de/common.ts'
import { start } from '#shared/i18n/de/start.ts'
import { door } from '#shared/i18n/de/door.ts'
import { people } from '#shared/i18n/de/people.ts'

/** What the door needs, and with it everybody. */
export const lobbyTexts = { common, start, ...door, workshop: people }
