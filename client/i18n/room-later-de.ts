import { agendaPanel } from '#shared/i18n/de/agenda-panel.ts'
import { canvas } from '#shared/i18n/de/canvas.ts'
import { cardPanel } from '#shared/i18n/de/card-panel.ts'
import { helps, proposals } from '#shared/i18n/de/helps.ts'
import { material } from '#shared/i18n/de/material.ts'
import { methods } from '#shared/i18n/de/methods.ts'
import { present } from '#shared/i18n/de/present.ts'
import { rehearsal } from '#shared/i18n/de/rehearsal.ts'
import { results } from '#shared/i18n/de/results.ts'
import { screen } from '#shared/i18n/de/screen.ts'
import { votes } from '#shared/i18n/de/votes.ts'

/** What a room says only in parts that load after its first card. */
export const laterRoomTexts = {
  room: { methods },
  board: canvas,
  artefacts: { ...cardPanel, ...material, helps, proposals },
  agenda: agendaPanel,
  present,
  rehearsal,
  results,
  screen,
  votes,
}
