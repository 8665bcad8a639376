import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOwnPage, usePages } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import { useOwnMethods } from '#client/facilitation/methods/own-methods.ts'
import { isPageOf, stepsFrom } from '#shared/agenda/from-method.ts'
import type { PlannedStep } from '#shared/agenda/meeting.ts'
import { minutesOf } from '#shared/methods/method.ts'
import { asMethod } from '#shared/methods/own-as-method.ts'
import styles from './agenda.module.css'

/** Steps out of the catalogue of methods, on the method's page: the one that is open, else the last in the rail. */
export function MethodSteps({ onTake }: { onTake: (steps: PlannedStep[]) => Promise<boolean> }) {
  const { t, i18n } = useTranslation()
  const pages = usePages()
  const ownPage = useOwnPage()
  const language = i18n.language === 'en' ? 'en' : 'de'
  // Fetched when an agenda is edited: nobody else needs the whole catalogue.
  const { data: catalogue = [] } = useQuery({
    queryKey: ['methods'],
    queryFn: async () => (await import('#shared/methods/catalogue.ts')).methods,
    staleTime: Infinity,
  })
  const own = useOwnMethods()
  const methods = [...own.map(asMethod), ...catalogue]
  const [key, setKey] = useState('')
  const method = methods.find((one) => one.key === key) ?? catalogue[0]
  if (!method) return null
  const take = () => {
    const laid = pages.filter(({ id }) => isPageOf(method, id))
    const page = laid.find(({ id }) => id === ownPage?.id) ?? laid.at(-1)
    void onTake(stepsFrom(method, language, page?.id ?? null))
  }
  return (
    <section className={styles.section} aria-label={t('agenda.fromMethod')}>
      <Select
        label={t('agenda.fromMethod')}
        value={method.key}
        onChange={setKey}
        options={methods.map((one) => ({
          value: one.key,
          label: `${one.name[language]} (${t('agenda.minutes', { minutes: minutesOf(one) })})`,
        }))}
      />
      <Button onClick={take}>{t('agenda.takeSteps', { count: method.steps.length })}</Button>
    </section>
  )
}
