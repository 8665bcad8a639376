import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from './rows.ts'

/** "Erste Eindrücke auf Vorbereitung", or the page's name alone. */
export function usePlaceNames(places: readonly Place[]): (id: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (id) => {
      const place = places.find((one) => one.id === id)
      if (!place || place.pageName === null) return place?.name || t('list.unnamedPage')
      return t('list.inside', {
        frame: place.name || t('list.unnamedFrame'),
        page: place.pageName || t('list.unnamedPage'),
      })
    },
    [places, t],
  )
}
