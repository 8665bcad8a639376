import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import type { FieldValue } from '#shared/kinds/field.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import { writtenDay } from '#client/app/dates.ts'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import { cardsHeldFrom } from '#client/artefacts/writing.ts'
import type { TableFault } from '#client/kinds/existingSolution/table-fault.ts'
import { readTable, TABLE_FILES, type Sheet } from '#client/kinds/existingSolution/table-file.ts'
import { TableChoice } from '#client/kinds/existingSolution/TableChoice.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { untilLoaded } from '#client/ui/on-demand.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { makeChanges } from './make-changes.ts'
import {
  hasIds,
  returnedTable,
  type ReturnedChange,
  type ReturnedTable,
  type TableWords,
} from './returned-table.ts'
import styles from './ReturnedTableDialog.module.css'
import { tableWords } from './table-words.ts'

/** A table that was taken along with ids comes back: what it says otherwise is shown, and made as one step. */
export function ReturnedTableDialog({ session, onClose }: { session: RoomSession; onClose: () => void }) {
  const { t } = useTranslation()
  const [read, setRead] = useState<{ sheets: readonly Sheet[]; words: readonly TableWords[] } | null>(null)
  const [fault, setFault] = useState<TableFault | null>(null)
  const [left, setLeft] = useState<ReadonlySet<ReturnedChange>>(new Set())
  const plan = useMemo(() => {
    if (!read || !hasIds(read.sheets, read.words)) return null
    const cards = [...session.roots.artefacts.keys()].flatMap((id) => session.artefacts.get(id) ?? [])
    return returnedTable(read.sheets, read.words, { cards, held: cardsHeldFrom(session) })
  }, [read, session])
  const [isReading, setReading] = useState(false)
  const latest = useRef<File | null>(null)
  const takeFile = async (file: File) => {
    latest.current = file
    setReading(true)
    const [sheets, words] = await Promise.all([readTable(file), untilLoaded(tableWords)])
    if (latest.current !== file) return
    setReading(false)
    setFault(sheets.ok ? null : sheets.refusal)
    setRead(sheets.ok ? { sheets: sheets.value, words } : null)
    setLeft(new Set())
  }
  const chosen = plan?.changes.filter((change) => !left.has(change)) ?? []
  const run = () => {
    if (chosen.length === 0) return
    const made = makeChanges(session, chosen)
    const skipped = chosen.length - made
    const told = [
      made > 0 ? t('list.returned.done', { count: made }) : '',
      skipped > 0 ? t('list.returned.skipped', { count: skipped }) : '',
    ]
      .join(' ')
      .trim()
    onClose()
    if (made > 0) tellWithUndo(session, told, t('common.undo'))
    else toasts.show({ text: told, tone: 'attention' })
  }
  const toggle = (change: ReturnedChange) => {
    const next = new Set(left)
    if (!next.delete(change)) next.add(change)
    setLeft(next)
  }
  return (
    <Dialog
      open
      size="large"
      title={t('list.returned.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" aria-disabled={chosen.length === 0} onClick={run}>
            {t('list.returned.run', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.returned}>
        <p>{t('list.returned.text')}</p>
        <TableChoice
          accept={TABLE_FILES}
          hint={t('list.returned.hint', { max: limits.maxCatalogueRows })}
          fault={fault}
          onFile={(file) => void takeFile(file)}
        />
        {isReading ? <Spinner label={t('common.loading')} /> : null}
        {read && !plan ? <Banner tone="attention">{t('list.returned.noIds')}</Banner> : null}
        {plan ? <PlanWords plan={plan} /> : null}
        {plan && plan.changes.length > 0 ? (
          <ul className={styles.changes} aria-label={t('list.returned.changes')}>
            {plan.changes.map((change) => (
              <ChangeRow
                key={`${change.artefact.id} ${change.field}`}
                {...{ session, change }}
                isChosen={!left.has(change)}
                onToggle={() => toggle(change)}
              />
            ))}
          </ul>
        ) : null}
        {plan && plan.unclear.length > 0 ? <Unclear session={session} plan={plan} /> : null}
      </div>
    </Dialog>
  )
}

/** What became of the rows, in a sentence each. */
function PlanWords({ plan }: { plan: ReturnedTable }) {
  const { t } = useTranslation()
  const { changes } = plan
  const names = ['same', 'elsewhere', 'withoutId', 'fixed', 'kept'] as const
  return (
    <div role="status" className={styles.plan}>
      <strong>{t('list.returned.found', { count: changes.length })}</strong>
      {names.map((name) =>
        plan[name] > 0 ? <p key={name}>{t(`list.returned.${name}`, { count: plan[name] })}</p> : null,
      )}
    </div>
  )
}

interface ChangeRowProps {
  session: RoomSession
  change: ReturnedChange
  isChosen: boolean
  onToggle: () => void
}

function ChangeRow({ session, change, isChosen, onToggle }: ChangeRowProps) {
  const { t } = useTranslation()
  const { artefact, field, value } = change
  return (
    <li>
      <label className={styles.change}>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span className={styles.said}>
          <CardField {...{ session, artefact, field }} />
          <VisuallyHidden>{t('list.returned.before')} </VisuallyHidden>
          <del>
            <Value {...{ session, artefact, field }} value={artefact.fields[field]} />
          </del>
          <VisuallyHidden> {t('list.returned.now')} </VisuallyHidden>
          <ins>
            <Value {...{ session, artefact, field, value }} />
          </ins>
        </span>
      </label>
    </li>
  )
}

type OfCard = { session: RoomSession } & Pick<ReturnedChange, 'artefact' | 'field'>

function CardField({ session, artefact, field }: OfCard) {
  const texts = useKindTexts()
  return (
    <span className={styles.card}>
      {texts.label(artefact.kind)}: <span lang={session.language}>{shortName(texts.nameOf(artefact))}</span> ·{' '}
      <strong>{texts.field(artefact.kind, field)}</strong>
    </span>
  )
}

function Value({ session, artefact: { kind }, field, value }: OfCard & { value: FieldValue | undefined }) {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  if (value === undefined || value === null || value === '') return t('list.returned.nothing')
  const type = fieldsOf(kind)[field]?.type
  if (type === 'choice') return texts.option(kind, field, String(value))
  if (type === 'date') return writtenDay(String(value), i18n.language)
  return <span lang={session.language}>{String(value)}</span>
}

/** Cells that hold nothing their field could take. */
function Unclear({ session, plan }: { session: RoomSession; plan: ReturnedTable }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <p id={id}>{t('list.returned.unclear', { count: plan.unclear.length })}</p>
      <ul className={styles.changes}>
        {plan.unclear.map(({ artefact, field, said }) => (
          <li key={`${artefact.id} ${field}`} className={styles.change}>
            <span className={styles.said}>
              <CardField {...{ session, artefact, field }} />
              <span lang={session.language}>{shortName(said)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
