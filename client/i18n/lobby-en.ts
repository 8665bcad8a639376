import { common } from '#shared/i18n/en/common.ts'
import { start } from '#shared/i18n/en/start.ts'
import { door } from '#shared/i18n/en/door.ts'
import { people } from '#shared/i18n/en/people.ts'

/** What the door needs, and with it everybody. */
export const lobbyTexts = { common, start, ...door, workshop: people }
