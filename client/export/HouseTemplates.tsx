import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { call, callForFile } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { houseFormats, type HouseFormat, type HouseTemplate } from '#shared/protocol/house-templates.ts'
import styles from './ExportsPanel.module.css'
import { HouseTemplateRow, type ChosenTemplate } from './HouseTemplateRow.tsx'

/**
 * The house's own letterhead and look, by format: moderators choose one, look at a trial, take or remove it; the others see
 * which one is used.
 */
export function HouseTemplates({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const client = useQueryClient()
  const [busy, setBusy] = useState<HouseFormat | null>(null)
  const [chosen, setChosen] = useState<ChosenTemplate | null>(null)
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
  const look = (template: ChosenTemplate) =>
    change(
      template.format,
      async () => {
        const { name, content } = await callForFile('tryHouseTemplate', sentAs(workshop, template))
        downloadFile(name, content)
      },
      t('workshop.exports.house.tried'),
    )
  const take = (template: ChosenTemplate) =>
    change(
      template.format,
      async () => {
        await call('keepHouseTemplate', sentAs(workshop, template))
        setChosen(null)
      },
      t('workshop.exports.house.kept', { name: nameOf(template) }),
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
              chosen={chosen?.format === format ? chosen : null}
              busy={busy === format}
              mayChange={mayChange && busy === null}
              onChoose={(template) => {
                setSaid(null)
                setChosen(template)
              }}
              onTry={(template) => void look(template)}
              onTake={(template) => void take(template)}
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

const nameOf = ({ file, colour }: ChosenTemplate) => file?.name ?? colour ?? ''

function sentAs(workshop: WorkshopView, { format, file, colour }: ChosenTemplate) {
  const mb = Math.floor(limits.maxTemplateBytes / 1024 / 1024)
  if (file && file.size > limits.maxTemplateBytes)
    throw new Problem('template_too_large', 'too large', { mb })
  const type = 'application/octet-stream'
  return {
    path: { workshopId: workshop.id, format },
    query: { name: file?.name.slice(-200) ?? '', ...(colour === null ? {} : { colour }) },
    body: file ? file.slice(0, file.size, type) : new Blob([], { type }),
  }
}
