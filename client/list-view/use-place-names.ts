import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import type { Place } from './rows.ts'

/** "Erste Eindrücke auf Vorbereitung", or the page's name alone. */
export function usePlaceNames(places: readonly Place[]): (id: string) => string {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return useCallback(
    (id) => {
      const place = places.find((one) => one.id === id)
      if (!place || place.pageName === null) return place?.name || t('list.unnamedPage')
      const { holder } = place
      return t('list.inside', {
        frame: holder ? shortName(texts.nameOf(holder)) : place.name || t('list.unnamedFrame'),
        page: place.pageName || t('list.unnamedPage'),
      })
    },
    [places, t, texts],
  )
}
