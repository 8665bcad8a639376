import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#client/i18n/languages.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { named } from '#client/ui/named.ts'
import type { Place } from './rows.ts'

/** "Erste Eindrücke auf Vorbereitung", or the page's name alone; for sentences that `<Said>` shows. */
export function usePlaceNames(places: readonly Place[], language: Language): (id: string) => string {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return useCallback(
    (id) => {
      const place = places.find((one) => one.id === id)
      if (!place || place.pageName === null)
        return named(place?.name ?? '', language) || t('list.unnamedPage')
      const { holder } = place
      return t('list.inside', {
        frame:
          named(holder ? shortName(texts.nameOf(holder)) : place.name, language) || t('list.unnamedFrame'),
        page: named(place.pageName, language) || t('list.unnamedPage'),
      })
    },
    [places, language, t, texts],
  )
}
