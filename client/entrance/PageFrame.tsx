import { Outlet, useLocation } from 'react-router'
import { OwnMenu } from '#client/account/OwnMenu.tsx'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { Frame } from './Frame.tsx'

/** Top bar and content of every view except the room. */
export function PageFrame() {
  const config = useClientConfig()
  return (
    <Frame address={useLocation().pathname} publicTexts={config.data?.publicTexts} own={<OwnMenu />}>
      <Outlet />
    </Frame>
  )
}
