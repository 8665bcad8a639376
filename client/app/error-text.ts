import { useTranslation } from 'react-i18next'
import { Problem } from '#shared/errors/problem.ts'
import { Unreachable } from './api.ts'

/** Turns whatever a call threw into a sentence: what happened, what is safe, what to do. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => {
    if (error instanceof Problem) return t(`errors.${error.code}`, error.values)
    return error instanceof Unreachable ? t('start.unreachable') : t('errors.internal')
  }
}
