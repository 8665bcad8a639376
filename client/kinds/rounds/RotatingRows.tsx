import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { pageOf } from '#shared/document/board-record.ts'
import { cardsOf, outlineOf } from '#shared/document/outline.ts'
import { brainwritingRounds } from '#shared/kinds/rounds.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import type { FieldViewProps } from '../field-view.ts'
import { TimedRounds } from './TimedRounds.tsx'

/** Rows of three: everybody writes one, hands the sheet on, and builds in the next row on what stands there. */
export function RotatingRows(props: FieldViewProps) {
  const { session, artefact, onOpenArtefact } = props
  const { t } = useTranslation()
  const next = sheetAfter(session, artefact)
  return (
    <TimedRounds
      {...props}
      rounds={brainwritingRounds}
      texts="brainwriting"
      next={
        next === null ? null : (
          <Button icon={<ArrowRight aria-hidden="true" />} onClick={() => onOpenArtefact(next)}>
            {t('artefacts.helps.brainwriting.next')}
          </Button>
        )
      }
    />
  )
}

/** The sheet that lies behind this one on its page, behind the last the first; null where it lies alone. */
function sheetAfter({ roots }: RoomSession, { id, kind }: Artefact): string | null {
  const placement = placementOf(roots, id)
  const pageId = placement && pageOf(roots.board, placement)
  const page = outlineOf(roots).find((one) => one.id === pageId)
  const sheets = page ? cardsOf(page).filter(({ artefact }) => artefact.kind === kind) : []
  const at = sheets.findIndex(({ artefact }) => artefact.id === id)
  return sheets.length > 1 ? sheets[(at + 1) % sheets.length]!.artefact.id : null
}
