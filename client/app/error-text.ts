import { useTranslation } from 'react-i18next'
import { Problem } from '#shared/errors/problem.ts'
import { Unreachable } from './api.ts'

/**
 * Turns whatever a call threw into a sentence: what happened, what is safe, what to do. The door loads the sentences of
 * errors that it can meet; any other is there something that went wrong.
 */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => {
    if (error instanceof Problem) return t([`errors.${error.code}`, 'errors.internal'], error.values)
    return error instanceof Unreachable ? t('start.unreachable') : t('errors.internal')
  }
}
