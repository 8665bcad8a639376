import { kinds } from '#shared/kinds/en.ts'
import { room } from '#shared/i18n/en/room.ts'
import { board } from '#shared/i18n/en/board.ts'
import { list } from '#shared/i18n/en/list.ts'
import { artefacts } from '#shared/i18n/en/artefacts.ts'
import { agenda } from '#shared/i18n/en/agenda.ts'
import { facilitation } from '#shared/i18n/en/facilitation.ts'
import { results } from '#shared/i18n/en/results.ts'
import { invites } from '#shared/i18n/en/invites.ts'
import { ownAccess } from '#shared/i18n/en/own-access.ts'
import { phases } from '#shared/i18n/en/phases.ts'
import { call } from '#shared/i18n/en/call.ts'
import { present } from '#shared/i18n/en/present.ts'
import { votes } from '#shared/i18n/en/votes.ts'
import { screen } from '#shared/i18n/en/screen.ts'
import { help } from '#shared/i18n/en/help.ts'
import { rehearsal } from '#shared/i18n/en/rehearsal.ts'

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
  present,
  votes,
  results,
  help,
  screen,
  rehearsal,
  account: { own: ownAccess },
  workshop: { ...phases, invites },
}
