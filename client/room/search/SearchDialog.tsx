import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { FileText, User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { classes } from '#client/ui/classes.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { presentMembers } from '#client/room-context/present-members.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { find, searchables, type Finding } from './search.ts'
import styles from './SearchDialog.module.css'
import { useGoTo } from './use-go-to.ts'

/** Finds cards, pages and people, and goes there. Keyboard: ARIA combobox with a list of options. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { session, pages } = useRoom()
  const goTo = useGoTo()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [marked, setMarked] = useState(0)
  const entries = useMemo(() => {
    const members = presentMembers(session.presence.peers.getState(), session.facilitation.getState().me)
    return searchables(session.roots, pages.store.getState(), members)
  }, [session, pages])
  const found = useMemo(() => find(entries, query), [entries, query])
  const at = Math.min(marked, found.length - 1)

  const open = (finding: Finding | undefined) => {
    if (!finding) return
    onClose()
    goTo(finding)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const by = moves[event.key]
    if (event.key === 'Enter') open(found[at])
    if (by !== undefined && found.length > 0) setMarked((at + by + found.length) % found.length)
    if (by !== undefined || event.key === 'Enter') event.preventDefault()
  }
  return (
    <Dialog title={t('room.search.title')} open onClose={onClose}>
      <TextField
        label={t('room.search.label')}
        hint={t('room.search.hint')}
        value={query}
        onChange={(text) => {
          setQuery(text)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
        autoFocus
        autoComplete="off"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
      />
      <VisuallyHidden>
        <span role="status">
          {query &&
            (found.length > 0 ? t('room.search.results', { count: found.length }) : t('room.search.nothing'))}
        </span>
      </VisuallyHidden>
      <div className={styles.found} id={listId} role="listbox" aria-label={t('room.search.title')}>
        {found.map((finding, n) => (
          <div
            key={`${finding.type}-${finding.id}`}
            id={`${listId}-${n}`}
            role="option"
            aria-selected={n === at}
            className={classes(styles.finding, n === at && styles.marked)}
            ref={n === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            onClick={() => open(finding)}
          >
            <FindingLine finding={finding} />
          </div>
        ))}
      </div>
      {query && found.length === 0 ? <p className={styles.nothing}>{t('room.search.nothing')}</p> : null}
    </Dialog>
  )
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { language } = useRoom().workshop
  switch (finding.type) {
    case 'card':
    case 'listed':
      return (
        <>
          <KindIcon kind={finding.kind} />
          <span className={styles.title} lang={finding.title ? language : undefined}>
            {finding.title || t('room.search.untitled')}
          </span>
          <span className={styles.detail}>
            {texts.label(finding.kind)} ·{' '}
            {finding.type === 'card' ? (
              <span lang={language}>{finding.pageName}</span>
            ) : (
              t('room.opens.catalogue')
            )}
          </span>
        </>
      )
    case 'page':
      return (
        <>
          <FileText aria-hidden="true" />
          <span className={styles.title} lang={language}>
            {finding.title}
          </span>
          <span className={styles.detail}>{t('room.search.pages')}</span>
        </>
      )
    default:
      return (
        <>
          <User aria-hidden="true" />
          <span className={styles.title}>{finding.title}</span>
          <span className={styles.detail}>{finding.detail}</span>
        </>
      )
  }
}
