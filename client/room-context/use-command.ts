import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { toasts } from '#client/ui/toasts.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { useRoom } from './room-context.ts'

/** Sends a command and says so when the server refuses it. Answers whether it was accepted. */
export function useCommand(): (command: Command) => Promise<boolean> {
  const { session } = useRoom()
  const explain = useErrorText()
  const { t } = useTranslation()
  return useCallback(
    async (command) => {
      const result = await session.command(command)
      if (!result.ok) {
        toasts.show({
          text: t('facilitation.refused', { reason: explain(new Problem(result.refusal)) }),
          tone: 'attention',
        })
      }
      return result.ok
    },
    [session, explain, t],
  )
}
