import { kinds } from '#shared/kinds/en.ts'
import { room } from '#shared/i18n/en/room.ts'
import { board } from '#shared/i18n/en/board.ts'
import { list } from '#shared/i18n/en/list.ts'
import { artefacts } from '#shared/i18n/en/artefacts.ts'
import { agenda } from '#shared/i18n/en/agenda.ts'
import { facilitation } from '#shared/i18n/en/facilitation.ts'
import { invites } from '#shared/i18n/en/invites.ts'
import { ownAccess } from '#shared/i18n/en/own-access.ts'
import { phases } from '#shared/i18n/en/phases.ts'
import { call } from '#shared/i18n/en/call.ts'

/** What is needed inside a room, with what it says at once of a workshop and its people; loads together with it. */
export const roomTexts = {
  room,
  board,
  list,
  kinds,
  artefacts,
  agenda,
  facilitation,
  call,
  account: { own: ownAccess },
  workshop: { ...phases, invites },
}
