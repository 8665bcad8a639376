import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { useKindTexts } from '../kind-texts.ts'
import { carryOut, catalogueIn } from './catalogue-actions.ts'
import {
  catalogueOf,
  importedFields,
  mappingByName,
  proposedMapping,
  unusedColumns,
  type CataloguePlan,
  type Mapping,
} from './catalogue-plan.ts'
import styles from './SolutionCatalogue.module.css'
import type { TableFault } from './table-fault.ts'
import { TableChoice } from './TableChoice.tsx'
import { CATALOGUE_FILES, readCatalogue, type Sheet } from './table-file.ts'

const PREVIEWED = 5
const NO_COLUMN = '-'
/** Words that a sentence names. */
const NAMED = 5

const someOf = (words: readonly string[]) =>
  words.slice(0, NAMED).join(', ') + (words.length > NAMED ? ' …' : '')

/** A list of solutions from a spreadsheet: which column is what is shown and can be changed before anything is written. */
export function SolutionImport({ session, onClose }: { session: RoomSession; onClose: () => void }) {
  const { t } = useTranslation()
  const [sheets, setSheets] = useState<readonly Sheet[]>([])
  const [at, setAt] = useState(0)
  const [mapping, setMapping] = useState<Mapping>({})
  const [fault, setFault] = useState<TableFault | null>(null)
  const sheet = sheets[at]
  const plan = useMemo(
    () => (sheet ? catalogueOf(sheet.rows.slice(1), mapping, catalogueIn(session)) : null),
    [sheet, mapping, session],
  )
  const choose = (next: readonly Sheet[], number: number) => {
    setSheets(next)
    setAt(number)
    const head = next[number]?.rows[0] ?? []
    setMapping(next[number]?.hosts ? mappingByName(head) : proposedMapping(head))
  }
  const takeFile = async (file: File) => {
    const read = await readCatalogue(file)
    setFault(read.ok ? null : read.refusal)
    choose(read.ok ? read.value : [], 0)
  }
  const nameOfColumn = useColumnName()
  const unusedIn = ({ rows: [head = [], ...rows] }: Sheet) =>
    unusedColumns(head, rows, mapping).map((n) => nameOfColumn(head, n))
  const changes = plan ? plan.fresh.length + plan.filled.length : 0
  const run = () => {
    if (!plan || changes === 0) return
    const takeBack = carryOut(session, plan)
    onClose()
    toasts.show({
      text: t('artefacts.catalogue.done', { fresh: plan.fresh.length, filled: plan.filled.length }),
      action: { label: t('common.undo'), run: takeBack },
    })
  }
  return (
    <Dialog
      open
      size="large"
      title={t('artefacts.catalogue.import')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" aria-disabled={changes === 0} onClick={run}>
            {t('artefacts.catalogue.run')}
          </Button>
        </>
      }
    >
      <div className={styles.catalogue}>
        <TableChoice
          accept={CATALOGUE_FILES}
          hint={t('artefacts.catalogue.chooseHint', { max: limits.maxCatalogueRows })}
          fault={fault}
          onFile={(file) => void takeFile(file)}
        />
        {sheets.length > 1 ? (
          <Select
            label={t('artefacts.catalogue.sheet')}
            value={String(at)}
            onChange={(number) => choose(sheets, Number(number))}
            options={sheets.map(({ name }, n) => ({ value: String(n), label: name }))}
          />
        ) : null}
        {sheet && plan ? (
          <>
            {sheet.hosts ? (
              <Banner tone="info">
                {t('artefacts.catalogue.recognised', { hosts: sheet.hosts.join(', ') })}
              </Banner>
            ) : (
              <Columns head={sheet.rows[0]!} mapping={mapping} onChange={setMapping} />
            )}
            <PlanWords plan={plan} hasName={mapping.name !== undefined} unused={unusedIn(sheet)} />
            <Preview rows={sheet.rows.slice(1, 1 + PREVIEWED)} mapping={mapping} />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

/** What a column is called, and where nothing stands above it, its number. */
function useColumnName() {
  const { t } = useTranslation()
  return (head: readonly string[], n: number) =>
    head[n]?.trim() || t('artefacts.catalogue.column', { number: n + 1 })
}

interface ColumnsProps {
  head: readonly string[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

function Columns({ head, mapping, onChange }: ColumnsProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const nameOfColumn = useColumnName()
  const options = [
    { value: NO_COLUMN, label: t('artefacts.catalogue.noColumn') },
    ...head.map((_, n) => ({ value: String(n), label: nameOfColumn(head, n) })),
  ]
  const choose = (field: string, column: string) => {
    const others = Object.entries(mapping).filter(([name]) => name !== field)
    onChange(Object.fromEntries(column === NO_COLUMN ? others : [...others, [field, Number(column)]]))
  }
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.legend}>{t('artefacts.catalogue.columns')}</legend>
      {importedFields.map((field) => (
        <Select
          key={field}
          label={texts.field('existingSolution', field)}
          value={mapping[field] === undefined ? NO_COLUMN : String(mapping[field])}
          onChange={(column) => choose(field, column)}
          options={options}
        />
      ))}
    </fieldset>
  )
}

/** What would happen, in a sentence each. */
function PlanWords(props: { plan: CataloguePlan; hasName: boolean; unused: readonly string[] }) {
  const { plan, hasName, unused } = props
  const { t } = useTranslation()
  if (!hasName) return <p role="status">{t('artefacts.catalogue.nameWanted')}</p>
  return (
    <div role="status" className={styles.plan}>
      <p>
        <strong>{t('artefacts.catalogue.plan.fresh', { count: plan.fresh.length })}</strong>
        {plan.filled.length > 0
          ? ` ${t('artefacts.catalogue.plan.filled', { count: plan.filled.length })}`
          : null}
        {plan.same > 0 ? ` ${t('artefacts.catalogue.plan.same', { count: plan.same })}` : null}
      </p>
      {plan.nameless > 0 ? <p>{t('artefacts.catalogue.plan.nameless', { count: plan.nameless })}</p> : null}
      {plan.cut > 0 ? <p>{t('artefacts.catalogue.plan.cut', { count: plan.cut })}</p> : null}
      {plan.unread.length > 0 ? (
        <p>{t('artefacts.catalogue.plan.unread', { words: someOf(plan.unread) })}</p>
      ) : null}
      {unused.length > 0 ? (
        <p>{t('artefacts.catalogue.plan.unused', { columns: unused.join(', '), count: unused.length })}</p>
      ) : null}
    </div>
  )
}

function Preview({ rows, mapping }: { rows: readonly (readonly string[])[]; mapping: Mapping }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const fields = importedFields.filter((field) => mapping[field] !== undefined)
  if (fields.length === 0) return null
  return (
    // Wide lists scroll by themselves, also by keyboard
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('artefacts.catalogue.preview')}>
      <table className={styles.table}>
        <caption className={styles.quiet}>{t('artefacts.catalogue.preview')}</caption>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {texts.field('existingSolution', field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {fields.map((field) => (
                <td key={field}>
                  <span className={styles.cell}>{cells[mapping[field]!] ?? ''}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
