import { useEffect } from 'react'
import { JoinPage } from '#client/account/JoinPage.tsx'
import { call } from '#client/app/api.ts'
import { paths } from '#client/app/paths.ts'
import { useAnswer } from '#client/app/use-answer.ts'
import { Announcer } from '#client/ui/Announcer.tsx'
import { keepFocus } from '#client/ui/focus-keeper.ts'
import { ToastRegion } from '#client/ui/Toast.tsx'
import type { ClientConfig } from '#shared/protocol/api.ts'
import { Frame } from './Frame.tsx'

/**
 * The join page alone, for somebody who opens an invitation by phone: everything else of the product, its router and
 * its memory of the server's answers comes when they have joined (decision 0069).
 */
export function Door({ bringRest }: { bringRest: () => void }) {
  const [config] = useAnswer(askConfig)
  useEffect(() => keepFocus(document), [])
  return (
    <>
      <Frame
        address={paths.join}
        publicTexts={config.state === 'known' ? config.answer.publicTexts : undefined}
      >
        <JoinPage whenJoined={bringRest} />
      </Frame>
      <ToastRegion />
      <Announcer />
    </>
  )
}

const askConfig = (signal: AbortSignal) => call<ClientConfig>('config', { signal })
