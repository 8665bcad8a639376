import { useMemo, useRef, useState } from 'react'
import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { groupsToChoose } from '#client/app/groups-to-choose.ts'
import { useChange, useMembers } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { isSameText } from '#shared/base/folded-text.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import type { AddMembersRequest, InvitedMember } from '#shared/protocol/members.ts'
import {
  acquaintances,
  meansGroup,
  peopleOn,
  type Acquaintance,
  type ListedPerson,
  type ListOfSheet,
} from '#shared/workshop/participant-list.ts'
import { Letters, type Letter } from './Letters.tsx'
import { readListFile, type ListFileFault } from './list-file.ts'
import styles from './people.module.css'

/** Brings people of a spreadsheet: looked through first, then invited each by a link of their own. */
export function ListImport({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [lists, setLists] = useState<readonly ListOfSheet[]>([])
  const [fault, setFault] = useState<ListFileFault | null>(null)
  const [isReading, setIsReading] = useState(false)

  const take = async (file: File | undefined) => {
    if (!file) return
    setIsReading(true)
    const read = await readListFile(file)
    setIsReading(false)
    setFault(read.ok ? null : read.refusal)
    setLists(read.ok ? read.value : [])
    setOpen(true)
  }
  const choose = () => input.current?.click()

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.ods,.csv,.tsv,.txt"
        aria-label={t('workshop.listImport.open')}
        hidden
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file again must count as a change.
          event.target.value = ''
        }}
      />
      <Button
        icon={<FileSpreadsheet aria-hidden="true" />}
        title={t('workshop.listImport.hint')}
        busy={isReading}
        onClick={choose}
      >
        {t('workshop.listImport.open')}
      </Button>
      {open && fault ? <FaultDialog fault={fault} onChoose={choose} onClose={() => setOpen(false)} /> : null}
      {open && !fault ? (
        <PreviewDialog workshop={workshop} lists={lists} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

interface FaultDialogProps {
  fault: ListFileFault
  onChoose: () => void
  onClose: () => void
}

function FaultDialog({ fault, onChoose, onClose }: FaultDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('workshop.listImport.title')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onClick={onChoose}>
            {t('workshop.listImport.another')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Banner tone="attention">{t(`workshop.listImport.fault.${fault}`)}</Banner>
        <p className={styles.quiet}>{t('workshop.listImport.columns')}</p>
      </div>
    </Dialog>
  )
}

interface PreviewProps {
  workshop: WorkshopView
  lists: readonly ListOfSheet[]
  onClose: () => void
}

function PreviewDialog({ workshop, lists, onClose }: PreviewProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const members = useMembers(workshop.id, true)
  const add = useChange<InvitedMember[]>('addMembers')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [leftSheets, setLeftSheets] = useState<ReadonlySet<string>>(new Set())
  const [groupId, setGroupId] = useState<GroupId | ''>('')
  // Whoever is being taken in is not called known while it happens
  const [sent, setSent] = useState<Acquaintance[] | null>(null)
  // What a sheet says that is left out counts for nobody
  const read = useMemo(() => lists.filter(({ name }) => !leftSheets.has(name)), [lists, leftSheets])
  const people = useMemo(() => peopleOn(read), [read])
  const nameless = read.flatMap((list) => list.nameless)
  const placeOf = (person: ListedPerson) => groupOf(person, lists.length > 1, workshop)
  const known = sent ?? acquaintances(people, members.data ?? [])
  const wanted = people.filter((one, at) => known[at] === 'new' && !left.has(keyOf(one)))

  if (add.data) {
    return (
      <Letters
        workshop={workshop}
        letters={add.data.map((invited) => letterOf(invited, people))}
        onClose={onClose}
      />
    )
  }
  const send = () => {
    setSent(known)
    add.mutate(
      {
        path: { workshopId: workshop.id },
        body: { people: wanted.map((one) => requestOf(one, placeOf(one)?.id ?? (groupId || null))) },
      },
      { onError: () => setSent(null) },
    )
  }
  return (
    <Dialog
      title={t('workshop.listImport.title')}
      open
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            busy={add.isPending}
            disabled={wanted.length === 0 || !members.data}
            onClick={send}
          >
            {t('workshop.listImport.submit', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{t('workshop.listImport.text')}</p>
        <Select
          label={t('workshop.listImport.otherwise')}
          value={groupId}
          onChange={setGroupId}
          options={[
            { value: '' as const, label: t('workshop.invites.freeChoice') },
            ...groupsToChoose(workshop).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Sheets lists={lists} left={leftSheets} fixed={add.isPending} onLeave={setLeftSheets} />
        {add.error ? <Banner tone="danger">{errorText(add.error)}</Banner> : null}
        <ul className={styles.preview} aria-label={t('workshop.listImport.title')}>
          {people.map((person, at) => (
            <PreviewRow
              key={at}
              person={person}
              known={known[at]!}
              place={placeOf(person)?.name ?? ''}
              unknownGroup={placeOf(person) ? '' : person.group}
              taken={known[at] === 'new' && !left.has(keyOf(person))}
              fixed={add.isPending}
              onTake={(taken) => setLeft(without(left, keyOf(person), taken))}
            />
          ))}
        </ul>
        {nameless.length > 0 ? <Nameless lines={nameless} /> : null}
      </div>
    </Dialog>
  )
}

const NAMELESS_SHOWN = 10

/** Lines that become nobody, with what they say: a name may have been forgotten. */
function Nameless({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation()
  const more = lines.length - NAMELESS_SHOWN
  return (
    <div className={styles.nameless}>
      <p>{t('workshop.listImport.nameless', { count: lines.length })}</p>
      <ul>
        {lines.slice(0, NAMELESS_SHOWN).map((line, at) => (
          <li key={at}>{line}</li>
        ))}
        {more > 0 ? <li>{t('workshop.listImport.moreNameless', { count: more })}</li> : null}
      </ul>
    </div>
  )
}

const keyOf = ({ name, organisation }: ListedPerson) => JSON.stringify([name, organisation])

/** What is left out, once this one is taken or not. */
const without = <One,>(left: ReadonlySet<One>, one: One, taken: boolean): ReadonlySet<One> =>
  new Set(taken ? [...left].filter((other) => other !== one) : [...left, one])

interface SheetsProps {
  lists: readonly ListOfSheet[]
  left: ReadonlySet<string>
  /** While people are being taken in. */
  fixed: boolean
  onLeave: (left: ReadonlySet<string>) => void
}

/** Which sheets of a workbook are read; nothing where there is only one. */
function Sheets({ lists, left, fixed, onLeave }: SheetsProps) {
  const { t } = useTranslation()
  if (lists.length < 2) return null
  return (
    <fieldset className={styles.sheets} disabled={fixed}>
      <legend>{t('workshop.listImport.sheets')}</legend>
      {lists.map(({ name, people }) => (
        <label key={name} className={styles.sheetChoice}>
          <input
            type="checkbox"
            checked={!left.has(name)}
            onChange={(event) => onLeave(without(left, name, event.target.checked))}
          />
          {t('workshop.listImport.sheet', { name, count: people.length })}
        </label>
      ))}
      <p className={styles.quiet}>{t('workshop.listImport.sheetsHint')}</p>
    </fieldset>
  )
}

interface PreviewRowProps {
  person: ListedPerson
  known: Acquaintance
  /** Name of the group, or '' where the choice for all counts. */
  place: string
  /** What the list calls a group that there is not. */
  unknownGroup: string
  taken: boolean
  /** While people are being taken in. */
  fixed: boolean
  onTake: (taken: boolean) => void
}

function PreviewRow({ person, known, place, unknownGroup, taken, fixed, onTake }: PreviewRowProps) {
  const { t } = useTranslation()
  const { name, organisation, organisationKind, sizeClass, role, unread } = person
  const kind = organisationKind
    ? t(`workshop.organisationKind.${organisationKind}`)
    : t('workshop.listImport.unknownKind')
  const size = sizeClass ? t(`workshop.sizeClass.${sizeClass}`) : ''
  const ofOrganisation = organisation ? [organisation, kind, size] : []
  const facts = [...ofOrganisation, role ? t(`workshop.role.${role}`) : '', place]
  return (
    <li className={styles.row}>
      <label className={styles.take}>
        <input
          type="checkbox"
          checked={taken}
          disabled={fixed || known !== 'new'}
          onChange={(event) => onTake(event.target.checked)}
        />
        <span>
          <span className={styles.name}>{name}</span>
          <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
          {unknownGroup && known === 'new' ? (
            <span className={styles.unknown}>
              {t('workshop.listImport.unknownGroup', { name: unknownGroup })}
            </span>
          ) : null}
          {unread.length > 0 && known === 'new' ? (
            <span className={styles.unknown}>
              {t('workshop.listImport.unread', { words: unread.join(', ') })}
            </span>
          ) : null}
        </span>
      </label>
      {known === 'new' ? null : (
        <span className={styles.known}>{t(`workshop.listImport.known.${known}`)}</span>
      )}
    </li>
  )
}

/** By the column for it, else by the sheet, where there are several. */
function groupOf(
  { group, sheets }: ListedPerson,
  hasSheets: boolean,
  workshop: WorkshopView,
): GroupView | undefined {
  const groups = groupsToChoose(workshop)
  const said = group === '' && hasSheets ? sheets : [group]
  return groups.find(({ name }) => said.some((one) => meansGroup(one, name)))
}

function requestOf(
  { name, organisation, organisationKind, sizeClass, role }: ListedPerson,
  groupId: GroupId | null,
): AddMembersRequest['people'][number] {
  return {
    name,
    organisation,
    organisationKind: organisationKind ?? 'other',
    sizeClass,
    role: role ?? 'participant',
    groupId,
  }
}

/** The address stays in this browser: it stands in the file for the letters and nowhere else. */
function letterOf({ member, returnToken }: InvitedMember, people: readonly ListedPerson[]): Letter {
  const listed = people.find(
    ({ name, organisation }) =>
      isSameText(name, member.name) && isSameText(organisation, member.organisation),
  )
  return { member, returnToken, email: listed?.email ?? '' }
}
