import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Boundary } from './Boundary.tsx'

/** The boundary around all views. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return <Boundary address={useLocation().pathname}>{children}</Boundary>
}
