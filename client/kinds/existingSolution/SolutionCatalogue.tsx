import { useMemo, useState, useSyncExternalStore } from 'react'
import { FileSpreadsheet, SquareArrowOutUpRight, StickyNote, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { foldedWords, folded, holds } from '#shared/base/folded-text.ts'
import { textsOf, type Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { pageForPhase, placementOf, putBackOnBoard } from '#client/artefacts/card-actions.ts'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { useKindTexts } from '../kind-texts.ts'
import { catalogueIn, takeOut } from './catalogue-actions.ts'
import styles from './SolutionCatalogue.module.css'
import { SolutionImport } from './SolutionImport.tsx'

interface SolutionCatalogueProps {
  session: RoomSession
  onClose: () => void
  onOpen: (artefactId: string) => void
  /** Where a solution is laid that somebody needs on a sheet. */
  pageId?: string
}

const SHOWN_AT_ONCE = 100
const EVERY = ''

/** All existing solutions that the room knows, on a sheet or not: found by words, provider and maturity. */
export function SolutionCatalogue({ session, onClose, onOpen, pageId }: SolutionCatalogueProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const all = useCatalogue(session)
  const [query, setQuery] = useState('')
  const [provider, setProvider] = useState(EVERY)
  const [maturity, setMaturity] = useState(EVERY)
  const [limit, setLimit] = useState(SHOWN_AT_ONCE)
  const [importing, setImporting] = useState(false)
  const found = useMemo(() => {
    const words = foldedWords(query)
    return all.filter((solution) => {
      const text = folded(textsOf(solution).join('\n'))
      const isAsked = provider === EVERY || solution.fields.provider === provider
      const isAsFar = maturity === EVERY || String(solution.fields.maturity) === maturity
      return isAsked && isAsFar && words.every((word) => holds(text, word))
    })
  }, [all, query, provider, maturity])
  const providers = [...new Set(all.map(({ fields }) => String(fields.provider ?? '')))]
    .filter(Boolean)
    .sort()
  const levels = ['1', '2', '3', '4']

  if (importing) return <SolutionImport session={session} onClose={() => setImporting(false)} />
  return (
    <Dialog
      open
      size="large"
      title={t('artefacts.catalogue.title')}
      onClose={onClose}
      actions={
        mayWrite ? (
          <Button icon={<FileSpreadsheet aria-hidden="true" />} onClick={() => setImporting(true)}>
            {t('artefacts.catalogue.import')}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.catalogue}>
        <div className={styles.filters} role="search">
          <TextField
            label={t('artefacts.catalogue.search')}
            type="search"
            value={query}
            onChange={setQuery}
          />
          <Select
            label={texts.field('existingSolution', 'provider')}
            value={provider}
            onChange={setProvider}
            options={[
              { value: EVERY, label: t('artefacts.catalogue.every') },
              ...providers.map((one) => ({ value: one, label: one })),
            ]}
          />
          <Select
            label={texts.field('existingSolution', 'maturity')}
            value={maturity}
            onChange={setMaturity}
            options={[
              { value: EVERY, label: t('artefacts.catalogue.every') },
              ...levels.map((one) => ({
                value: one,
                label: t(`kinds.existingSolution.face.level${one as '1' | '2' | '3' | '4'}`),
              })),
            ]}
          />
        </div>
        <p role="status" className={styles.quiet}>
          {all.length === 0
            ? t('artefacts.catalogue.empty')
            : t('artefacts.catalogue.found', { count: found.length, all: all.length })}
        </p>
        <ul className={styles.rows}>
          {found.slice(0, limit).map((solution) => (
            <SolutionRow
              key={solution.id}
              {...{ session, solution, mayWrite, onOpen }}
              pageId={pageId ?? pageForPhase(session, 'preparation')}
            />
          ))}
        </ul>
        {found.length > limit ? (
          <Button variant="quiet" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
            {t('artefacts.catalogue.more', { count: Math.min(SHOWN_AT_ONCE, found.length - limit) })}
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}

/** A new list whenever anything in the room's cards or places changes. */
function useCatalogue(session: RoomSession): readonly Artefact[] {
  const store = useMemo(() => {
    let list: readonly Artefact[] | null = null
    return {
      get: () => (list ??= catalogueIn(session)),
      subscribe: (wake: () => void) => {
        const changed = () => {
          list = null
          wake()
        }
        const { artefacts, board } = session.roots
        artefacts.observeDeep(changed)
        board.observe(changed)
        return () => {
          artefacts.unobserveDeep(changed)
          board.unobserve(changed)
        }
      },
    }
  }, [session])
  return useSyncExternalStore(store.subscribe, store.get)
}

function SolutionRow(props: {
  session: RoomSession
  solution: Artefact
  mayWrite: boolean
  pageId: string
  onOpen: (artefactId: string) => void
}) {
  const { session, solution, mayWrite, pageId, onOpen } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const name = texts.nameOf(solution)
  const isPlaced = placementOf(session.roots, solution.id) !== null
  const level = Number(solution.fields.maturity)
  const about = [
    String(solution.fields.provider ?? ''),
    level >= 1 && level <= 4 ? t(`kinds.existingSolution.face.level${level as 1 | 2 | 3 | 4}`) : '',
    isPlaced ? t('artefacts.catalogue.onSheet') : '',
  ]
  const remove = () => {
    takeOut(session, [solution.id])
    toasts.show({ text: t('artefacts.catalogue.removed', { name }) })
  }
  return (
    <li className={styles.row}>
      <div className={styles.said}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{about.filter(Boolean).join(' · ')}</span>
        <span className={styles.users}>{String(solution.fields.users ?? '')}</span>
      </div>
      {mayWrite && !isPlaced ? (
        <IconButton
          label={t('artefacts.catalogue.place', { name })}
          icon={<StickyNote aria-hidden="true" />}
          onClick={() => {
            putBackOnBoard(session, solution, pageId)
            toasts.show({ text: t('artefacts.catalogue.placed', { name }) })
          }}
        />
      ) : null}
      <IconButton
        label={t('artefacts.catalogue.openCard', { name })}
        icon={<SquareArrowOutUpRight aria-hidden="true" />}
        onClick={() => onOpen(solution.id)}
      />
      {mayWrite ? (
        <IconButton
          label={t('artefacts.catalogue.remove', { name })}
          icon={<X aria-hidden="true" />}
          onClick={remove}
        />
      ) : null}
    </li>
  )
}
