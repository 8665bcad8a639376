import { createPortal } from 'react-dom'
import { FileDown, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { returnLink } from '#client/app/paths.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { QrCode } from '#client/ui/QrCode.tsx'
import { csvText } from '#shared/base/csv-text.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { InvitedMember } from '#shared/protocol/members.ts'
import dialogs from '../dialogs.module.css'
import styles from './people.module.css'

export interface Letter extends InvitedMember {
  /** '' where nobody has said one. */
  email: string
}

interface LettersProps {
  workshop: WorkshopView
  letters: readonly Letter[]
  onClose: () => void
}

/** Personal links, shown this once: as a sheet to cut apart, and as a file for a mail merge. */
export function Letters({ workshop, letters, onClose }: LettersProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language.startsWith('en') ? 'en' : 'de'
  const save = () => {
    const head = (['name', 'organisation', 'role', 'group', 'email', 'link'] as const).map((column) =>
      t(`workshop.letters.column.${column}`),
    )
    const lines = letters.map(({ member, returnToken, email }) => [
      member.name,
      member.organisation,
      t(`workshop.role.${member.role}`),
      groupOf(workshop, member) || t('workshop.invites.freeChoice'),
      email,
      returnLink(returnToken),
    ])
    const content = new Blob([csvText([head, ...lines], language)], { type: 'text/csv;charset=utf-8' })
    downloadFile(`${t('workshop.letters.fileName')}.csv`, content)
  }
  const [only] = letters
  return (
    <Dialog
      title={t('workshop.letters.title', { count: letters.length })}
      open
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('workshop.invites.done')}
        </Button>
      }
    >
      {only ? (
        <div className={styles.body}>
          <p>{t('workshop.letters.text', { count: letters.length })}</p>
          <Banner tone="attention">{t('workshop.letters.once', { count: letters.length })}</Banner>
          {letters.length === 1 ? (
            <CopyField
              label={t('workshop.letters.linkOf', { name: only.member.name })}
              value={returnLink(only.returnToken)}
            />
          ) : null}
          <div className={dialogs.tools}>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
              {t('workshop.letters.print')}
            </Button>
            <Button icon={<FileDown aria-hidden="true" />} onClick={save}>
              {t('workshop.letters.save')}
            </Button>
          </div>
          <Sheet workshop={workshop} letters={letters} />
        </div>
      ) : (
        <p>{t('workshop.letters.nobody')}</p>
      )}
    </Dialog>
  )
}

/** Seen on paper only, beside everything else: a dialog could print no second page. */
function Sheet({ workshop, letters }: Omit<LettersProps, 'onClose'>) {
  const { t } = useTranslation()
  return createPortal(
    <div className={styles.sheet} aria-hidden="true">
      {letters.map(({ member, returnToken }) => (
        <section key={member.id} className={styles.letter}>
          <div>
            <p className={styles.letterTitle}>{workshop.title}</p>
            <p className={styles.letterName}>{member.name}</p>
            <p>{[member.organisation, groupOf(workshop, member)].filter(Boolean).join(' · ')}</p>
            <p>{t('workshop.letters.how')}</p>
            <p className={styles.letterLink}>{returnLink(returnToken)}</p>
          </div>
          <QrCode
            text={returnLink(returnToken)}
            label={t('workshop.letters.linkOf', { name: member.name })}
          />
        </section>
      ))}
    </div>,
    document.body,
  )
}

function groupOf({ groups }: WorkshopView, { groupIds }: MemberView): string {
  if (groupIds === 'all') return ''
  return groups
    .filter(({ id, kind }) => kind === 'project' && groupIds.includes(id))
    .map(({ name }) => name)
    .join(', ')
}
