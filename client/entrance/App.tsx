import { Suspense, useEffect } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { BrowserRouter, useLocation } from 'react-router'
import { Announcer } from '#client/ui/Announcer.tsx'
import { followCutPastes } from '#client/ui/cut-pastes.ts'
import { keepFocus } from '#client/ui/focus-keeper.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { ToastRegion } from '#client/ui/Toast.tsx'
import { toasts } from '#client/ui/toasts.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { whenPersonChanges } from '#client/app/person-change.ts'
import { forgetPerson } from '#client/app/queries.ts'
import { queryClient } from '#client/app/query-client.ts'
import { AppRoutes } from './routes.tsx'

whenPersonChanges(() => forgetPerson(queryClient))

/** Everything but the door. */
export function App() {
  useEffect(() => keepFocus(document), [])
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <MessagesOfThisView />
        <ErrorBoundary>
          <Suspense fallback={<Waiting />}>
            <AppRoutes />
          </Suspense>
        </ErrorBoundary>
      </BrowserRouter>
      <ToastRegion />
      <CutPastes />
      <Announcer />
    </QueryClientProvider>
  )
}

/** What was said about a view goes with it. */
function MessagesOfThisView() {
  const { pathname } = useLocation()
  useEffect(() => toasts.leavePage, [pathname])
  return null
}

function CutPastes() {
  const { t } = useTranslation()
  useEffect(
    () =>
      followCutPastes(document, ({ max, from }) => {
        const text = from === null ? t('common.passwordCut', { max }) : t('common.pasteCut', { max, from })
        toasts.show({ text, tone: 'attention', outlastsPage: true })
      }),
    [t],
  )
  return null
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <div className={styles.waiting}>
      <Spinner label={t('common.loading')} />
    </div>
  )
}
