import type { ReactNode } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { MemoryRouter, type InitialEntry } from 'react-router'
import { afterEach, vi } from 'vitest'
import {
  changeLanguage,
  loadLaterRoomTexts,
  loadOperationTexts,
  loadRoomTexts,
  loadWorkshopTexts,
  startI18n,
} from '#client/i18n/i18n.ts'
import { Announcer } from '#client/ui/Announcer.tsx'
import { ToastRegion } from '#client/ui/Toast.tsx'
import { isErrorCode } from '#shared/errors/problem.ts'
import { errorCatalogue, type ErrorCode } from '#shared/errors/catalogue.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'

await startI18n('de')
await loadWorkshopTexts()
await loadRoomTexts()
await loadLaterRoomTexts()
await loadOperationTexts()
openDialogsInJsdom()

afterEach(async () => {
  cleanup()
  await changeLanguage('de')
})

/** A view with everything the app puts around it, in German. */
export function show(view: ReactNode, { at = '/' }: { at?: InitialEntry } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>{view}</MemoryRouter>
      <ToastRegion />
      <Announcer />
    </QueryClientProvider>,
  )
}

export interface Asked {
  endpoint: Endpoint
  query: Record<string, string>
  body: unknown
}

/**
 * A server of a few sentences: per endpoint an answer, or an error code. Everything else is an error of the test.
 * Answers the list of what was asked, in order.
 */
export function serverAnswers(answers: Partial<Record<Endpoint, object | ErrorCode>>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const endpoint = endpointOf(init.method ?? 'GET', address)
    const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
    asked.push({ endpoint, query, body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body })
    const answer = answers[endpoint]
    if (answer === undefined) throw new Error(`the test has no answer for ${endpoint}`)
    return Promise.resolve(responseOf(answer))
  })
  return asked
}

function responseOf(answer: object | ErrorCode): Response {
  if (!isErrorCode(answer)) return Response.json(answer)
  return Response.json({ error: { code: answer, values: {} } }, { status: errorCatalogue[answer].http })
}

function endpointOf(method: string, address: string): Endpoint {
  const path = address.split('?')[0]!
  const found = Object.entries(endpoints).find(([, pattern]) => {
    const [verb, route] = pattern.split(' ') as [string, string]
    return verb === method && new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path)
  })
  if (!found) throw new Error(`no endpoint for ${method} ${path}`)
  return found[0] as Endpoint
}

/** jsdom knows the element, but not how to open it. */
function openDialogsInJsdom() {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
}
