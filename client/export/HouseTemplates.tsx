import { useRef, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { houseFormats, type HouseFormat, type HouseTemplate } from '#shared/protocol/house-templates.ts'
import styles from './ExportsPanel.module.css'

/** The house's own letterhead, by format: moderators choose and remove it, the others see which one is used. */
export function HouseTemplates({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const client = useQueryClient()
  const [busy, setBusy] = useState<HouseFormat | null>(null)
  const [said, setSaid] = useState<{ text: string; isFault: boolean } | null>(null)
  const queryKey = ['workshop', workshop.id, 'templates']
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      call<HouseTemplate[]>('houseTemplates', { path: { workshopId: workshop.id }, signal }),
  })
  const mayChange = mayInWorkshop(workshop, 'workshop.edit')

  const change = async (format: HouseFormat, act: () => Promise<unknown>, done: string) => {
    setBusy(format)
    setSaid(null)
    try {
      await act()
      setSaid({ text: done, isFault: false })
    } catch (fault) {
      setSaid({ text: explain(fault), isFault: true })
    } finally {
      await client.invalidateQueries({ queryKey })
      setBusy(null)
    }
  }
  const keep = (format: HouseFormat, file: File) =>
    change(
      format,
      async () => {
        const mb = Math.floor(limits.maxTemplateBytes / 1024 / 1024)
        if (file.size > limits.maxTemplateBytes) throw new Problem('template_too_large', 'too large', { mb })
        await call('keepHouseTemplate', {
          path: { workshopId: workshop.id, format },
          query: { name: file.name.slice(-200) },
          body: file.slice(0, file.size, 'application/octet-stream'),
        })
      },
      t('workshop.exports.house.kept', { name: file.name }),
    )
  const remove = (format: HouseFormat) =>
    change(
      format,
      () => call('removeHouseTemplate', { path: { workshopId: workshop.id, format } }),
      t('workshop.exports.house.removed'),
    )

  if (!mayChange && !data?.length) return null
  return (
    <section className={styles.house} aria-labelledby="house-templates">
      <h3 id="house-templates">{t('workshop.exports.house.title')}</h3>
      <p className={styles.quiet}>{t('workshop.exports.house.text')}</p>
      {error ? <Banner tone="danger">{explain(error)}</Banner> : null}
      {data ? (
        <ul className={styles.parts}>
          {houseFormats.map((format) => (
            <HouseTemplateRow
              key={format}
              format={format}
              template={data.find((one) => one.format === format)}
              busy={busy === format}
              mayChange={mayChange && busy === null}
              onChoose={(file) => void keep(format, file)}
              onRemove={() => void remove(format)}
            />
          ))}
        </ul>
      ) : error ? null : (
        <Spinner label={t('common.loading')} />
      )}
      <div role="status">
        {said ? <Banner tone={said.isFault ? 'danger' : 'info'}>{said.text}</Banner> : null}
      </div>
    </section>
  )
}

interface HouseTemplateRowProps {
  format: HouseFormat
  template: HouseTemplate | undefined
  busy: boolean
  mayChange: boolean
  onChoose: (file: File) => void
  onRemove: () => void
}

function HouseTemplateRow({ format, template, busy, mayChange, onChoose, onRemove }: HouseTemplateRowProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const name = t(`workshop.exports.format.${format}`)
  return (
    <li className={styles.part}>
      <span className={styles.name}>
        {name}: {template ? template.name : t('workshop.exports.house.none')}
      </span>
      {mayChange || busy ? (
        <span className={styles.formats}>
          <Button
            icon={<Upload aria-hidden="true" />}
            busy={busy}
            aria-label={t('workshop.exports.house.chooseFor', { format: name })}
            onClick={() => input.current?.click()}
          >
            {t('workshop.exports.house.choose')}
          </Button>
          {template && !busy ? (
            <Button
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t('workshop.exports.house.removeOf', { format: name })}
              onClick={onRemove}
            >
              {t('workshop.exports.house.remove')}
            </Button>
          ) : null}
          <input
            ref={input}
            type="file"
            accept={format === 'odt' ? '.odt,.ott' : '.docx,.dotx'}
            aria-label={t('workshop.exports.house.chooseFor', { format: name })}
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0]
              // The same file again must count as a change.
              event.target.value = ''
              if (file) onChoose(file)
            }}
          />
        </span>
      ) : null}
    </li>
  )
}
