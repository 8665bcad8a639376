import type { BrowserContext, Page } from '@playwright/test'

/** Everything browsers asked for that was not the server under test, and everything that went wrong in a page. */
export class Recording {
  readonly foreignRequests: string[] = []
  readonly pageErrors: string[] = []
  /** What the content security policy refused, in the browser's words. */
  readonly policyViolations: string[] = []
  requestCount = 0
  private readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  watch(context: BrowserContext): void {
    context.on('request', (request) => this.note(request.url()))
    context.on('page', (page) => this.watchPage(page))
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.policyViolations.push(message.text())
    })
    context.on('weberror', (error) => this.pageErrors.push(error.error().message))
  }

  private watchPage(page: Page): void {
    page.on('websocket', (socket) => this.note(socket.url().replace(/^ws/, 'http')))
  }

  private note(url: string): void {
    this.requestCount++
    if (/^(data|blob|about):/.test(url)) return
    if (new URL(url).origin !== this.origin) this.foreignRequests.push(url)
  }
}
