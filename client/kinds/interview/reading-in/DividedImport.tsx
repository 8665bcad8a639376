import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'
import { removePlacement } from '#shared/document/placements.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { asOneStep, createCards } from '#client/artefacts/card-actions.ts'
import { consistencyOf, type Hint } from './consistency.ts'
import { joinedPart, splitPart, type Part } from './divide.ts'
import { DividedParts, type MissingDraft } from './DividedParts.tsx'
import { writerIn } from '../add-state.ts'
import { KnownTexts } from './known-texts.ts'
import {
  agreedIn,
  cardOf,
  draftsOf,
  joinedDraft,
  missingCard,
  nothingAgreed,
  redrafted,
  transcriptFields,
  type Agreed,
  type PartDraft,
} from './new-cards.ts'
import { supply } from './supply.ts'

interface DividedImportProps {
  session: RoomSession
  protocol: ProtocolText
  parts: readonly Part[]
  parentId: string
  onBack: () => void
  onClose: () => void
}

/** Several interviews out of one file: a proposal that is looked at, then one step that makes all their cards. */
export function DividedImport(props: DividedImportProps) {
  const { session, protocol, parentId, onBack, onClose } = props
  const { t } = useTranslation()
  const [parts, setParts] = useState(props.parts)
  const hints = useMemo(() => consistencyOf(protocol.text, parts), [protocol, parts])
  const [known] = useState(() => new KnownTexts(session))
  const [drafts, setDrafts] = useState(() => draftsOf(protocol, parts, known))
  const [kept, setKept] = useState<ReadonlyMap<string, boolean>>(new Map())
  const missing = missingIn(hints, (number) => t('artefacts.importing.numbered', { number })).map((one) => ({
    ...one,
    taken: kept.get(one.name) ?? known.cardOf(one) === null,
  }))
  const [agreed, setAgreed] = useState<Agreed>(nothingAgreed)
  const interviews = drafts.filter(({ type }) => type === 'interview' || type === 'supply').length
  const documents = drafts.filter(({ type }) => type === 'document').length

  const split = (index: number, at: number) => {
    const [before, behind] = splitPart(protocol, parts[index]!, at)
    const [added] = draftsOf(protocol, [behind], known)
    const isFilled = drafts.some(({ waiting }) => waiting && waiting.id === added!.waiting?.id)
    setParts(parts.toSpliced(index, 1, before, behind))
    setDrafts(
      drafts.toSpliced(
        index,
        1,
        redrafted(protocol, drafts[index]!, before, known),
        isFilled ? { ...added!, waiting: null, type: 'interview' } : added!,
      ),
    )
  }
  const join = (index: number) => {
    const whole = joinedPart(parts[index - 1]!, parts[index]!)
    const others = drafts.toSpliced(index - 1, 2)
    const joined = redrafted(protocol, joinedDraft(drafts[index - 1]!, drafts[index]!), whole, known)
    const isFilled = others.some(({ waiting }) => waiting && waiting.id === joined.waiting?.id)
    setParts(parts.toSpliced(index - 1, 2, whole))
    setDrafts(
      drafts.toSpliced(index - 1, 2, isFilled ? { ...joined, waiting: null, type: 'interview' } : joined),
    )
  }

  const suppliedBy = (roots: Roots, { type, waiting, about, ...part }: PartDraft) => {
    if (type !== 'supply' || !waiting) return []
    const state = { ...transcriptFields(protocol, part), by: writerIn(session) }
    const takeBack = supply(roots, waiting.id, state, { ...about, ...agreedIn(about, agreed) })
    return takeBack ? [takeBack] : []
  }
  const run = () => {
    const cards = [
      ...drafts.flatMap((draft) => cardOf(protocol, draft, agreed, parentId)),
      ...missing
        .filter(({ taken }) => taken)
        .map(({ name, place, number }) =>
          missingCard(name, { municipality: place, number: number === null ? '' : String(number) }, parentId),
        ),
    ]
    const supplied: ((later: Roots) => void)[] = []
    const made = createCards(session, cards, (roots) => {
      for (const draft of drafts) supplied.push(...suppliedBy(roots, draft))
    })
    if (made.length + supplied.length === 0) return
    // These very cards and texts, whatever was done since
    const takeBack = () =>
      asOneStep(session, (roots) => {
        made.forEach(({ shapeId }) => removePlacement(roots.board, shapeId))
        supplied.forEach((takeTextBack) => takeTextBack(roots))
      })
    onClose()
    toasts.show({
      text: [
        t('artefacts.importing.doneMany', { count: interviews }),
        ...(documents > 0 ? [t('artefacts.importing.doneOthers', { count: documents })] : []),
      ].join(' '),
      action: { label: t('common.undo'), run: takeBack },
    })
  }
  return (
    <Dialog
      open
      size="large"
      title={t('artefacts.importing.divideTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onBack}>{t('artefacts.importing.back')}</Button>
          <Button variant="primary" aria-disabled={interviews + documents === 0} onClick={run}>
            {t('artefacts.importing.runMany', { count: interviews })}
          </Button>
        </>
      }
    >
      <DividedParts
        {...{ protocol, hints, missing, agreed }}
        parts={drafts}
        onPart={(index, part) => setDrafts((now) => now.with(index, part))}
        onSplit={split}
        onJoin={join}
        onMissing={(index, taken) => setKept((now) => new Map(now).set(missing[index]!.name, taken))}
        onAgreed={setAgreed}
      />
    </Dialog>
  )
}

type Missing = Omit<MissingDraft, 'taken'>

function missingIn(hints: readonly Hint[], numbered: (number: number) => string): Missing[] {
  return hints.flatMap((hint): Missing[] => {
    if (hint.type === 'missing') return [{ name: hint.place, place: hint.place, number: null }]
    if (hint.type === 'gap') return [{ name: numbered(hint.number), place: '', number: hint.number }]
    return []
  })
}
