import { describe, expect, it, vi } from 'vitest'
import { addressOf, call, Unreachable } from '#client/app/api.ts'
import { Problem } from '#shared/errors/problem.ts'

const answerWith = (response: Response | Error) =>
  vi.stubGlobal('fetch', () =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  )

describe('calling the server', () => {
  it('fills the names in a path and leaves out what is not asked for', () => {
    const path = { workshopId: 'a/b' }
    expect(addressOf('exportWorkshop', { path, query: { format: 'csv', group: undefined } })).toBe(
      '/api/workshops/a%2Fb/export?format=csv',
    )
  })

  it('answers nothing for a response without content', async () => {
    answerWith(new Response(null, { status: 204 }))
    await expect(call('logOut')).resolves.toBeUndefined()
  })

  it('turns the body of a failed response into a problem with its code and values', async () => {
    const body = { error: { code: 'workshop_full', values: { max: 500 } } }
    answerWith(Response.json(body, { status: 409 }))
    const problem = await call('acceptInvite').catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ code: 'workshop_full', values: { max: 500 } })
  })

  it('calls an error it does not know internal', async () => {
    answerWith(Response.json({ error: { code: 'from_the_future', values: {} } }, { status: 400 }))
    await expect(call('session')).rejects.toMatchObject({ code: 'internal' })
  })

  it('tells a silent network and a proxy without a server apart from an answer', async () => {
    answerWith(new TypeError('Failed to fetch'))
    await expect(call('session')).rejects.toBeInstanceOf(Unreachable)
    answerWith(new Response('<h1>Bad Gateway</h1>', { status: 502 }))
    await expect(call('session')).rejects.toBeInstanceOf(Unreachable)
  })
})
